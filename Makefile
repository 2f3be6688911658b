# Each target sets up what is missing by itself. What they do is in scripts/.
.PHONY: help serve dev check test test-slow test-all random sql bench build site figures footprints rural fuzz faults drill mutants fmt clean
.PHONY: release reproducible docs pictures stale
.DEFAULT_GOAL := help
SHELL := bash

PORT ?= 8080
LINKS ?= 100000
SEED ?= 2026
PEOPLE ?= 10000000
TARGET ?= all
SECONDS ?= 60

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s  %s\n", $$1, $$2 }' Makefile

serve: ## Build the page and serve it on this machine; PORT=8080
	@PORT='$(PORT)' scripts/serve.sh

dev: ## Serve the page and build it again at each change; PORT=8080
	@scripts/setup.sh build
	@. scripts/env.sh && exec trunk serve --port '$(PORT)'

check: ## Format, lints and the tests of the model: quick, for while you work
	@scripts/check.sh

test: ## Run every check and test
	@scripts/test.sh

test-slow: ## That, a made-up language, and Lighthouse
	@scripts/test.sh slow

test-all: ## That, Firefox and WebKitGTK, engines for SQL, and known flaws of packages
	@scripts/test.sh all

random: ## Work out LINKS=100000 random links with all checks of the program on; SEED=2026
	@RANDOM_LINKS='$(LINKS)' RANDOM_SEED='$(SEED)' cargo test --locked --no-default-features --profile random --test random_links -- --nocapture

fuzz: ## Look for bytes that break a reader or the model; TARGET=all SECONDS=60
	@scripts/fuzz.sh '$(TARGET)' '$(SECONDS)'

faults: ## Fail each call of each journey in the browser, on dist/; MINUTES=600 JOURNEY= ALL=
	@ALL='$(ALL)' EVERY='$(EVERY)' MINUTES='$(MINUTES)' JOURNEY='$(JOURNEY)' DIST='$(DIST)' scripts/faults.sh faults

drill: ## Copy a version over another, file by file, and back; FROM= TO= EVERY=1
	@FROM='$(FROM)' TO='$(TO)' EVERY='$(EVERY)' SEED='$(SEED)' DIST='$(DIST)' scripts/faults.sh drill

mutants: ## Put faults in and see which the tests find; FOLDER=model SHARE=1/4
	@FOLDER='$(FOLDER)' SHARE='$(SHARE)' SEED='$(SEED)' ONLY='$(ONLY)' AGAIN='$(AGAIN)' MINUTES='$(MINUTES)' scripts/mutants.sh

sql: ## Compare engines for SQL on PEOPLE=10000000 made-up people
	@scripts/setup.sh sql
	@node tests/sql/engines.mjs --people='$(PEOPLE)'

bench: ## Measure against others in one browser, some ten minutes; ROUNDS=7
	@ROUNDS='$(ROUNDS)' QUICK='$(QUICK)' ONLY='$(ONLY)' DIST='$(DIST)' scripts/bench.sh

build: ## Build dist/ for any static host or sub-path
	@scripts/build.sh

site: ## Make an edition of your own into OUT=dist-site; CONFIG=site.toml
	@scripts/site.sh '$(CONFIG)' '$(OUT)'

figures: ## Make the built-in figures; FILE=File_7.csv REGIONS=regions.csv
	@scripts/figures.sh '$(FILE)' '$(REGIONS)'

footprints: ## Make larger places and parts of councils; FILE=, AREAS=areas.csv LISTS='a.csv b.csv'
	@scripts/footprints.sh '$(FILE)' '$(AREAS)' $(LISTS)

rural: ## Make the figures of rural and urban areas; FILE=File_7.csv AREAS=areas.csv
	@scripts/rural.sh '$(FILE)' '$(AREAS)'

stale: ## Say which shipped facts are older than they should be
	@node scripts/stale.mjs

docs: ## Make pages of all documents, in target/docs
	@scripts/docs.sh keys
	@scripts/docs.sh book

pictures: ## Make the pictures of the documents again, from dist/
	@node scripts/pictures.mjs

release: ## Pack the commit that is checked out into release/
	@scripts/release.sh

reproducible: ## Build the release twice, in other folders, and compare
	@scripts/reproducible.sh

fmt: ## Format the Rust code
	@cargo fmt

clean: ## Remove what was built; the tools stay
	@rm -rf dist target test-results playwright-report
