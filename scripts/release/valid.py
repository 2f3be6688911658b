"""Holds the documents of a release to their schemas: valid.py FOLDER..., where they lie.

sbom.cdx.json to the schema of CycloneDX and CITATION.cff to that of the Citation File Format, both as the packages that keep them
ship them; publiccode.yml to publiccode.schema.json, which is written here after the standard.
"""

import importlib.util
import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft7Validator, FormatChecker
from jsonschema.validators import validator_for


class Loader(yaml.SafeLoader):
    """Dates stay texts, as the schemas have them."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def against(schema, path):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader)
    kind = validator_for(schema, default=Draft7Validator)
    errors = kind(schema, format_checker=FormatChecker()).iter_errors(data)
    return [f"{'/'.join(map(str, error.absolute_path)) or 'the file'}: {error.message}" for error in errors]


def bom(path):
    # Takes a while to load, and is there in a release alone.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(path.read_text(encoding="utf-8"))
    return [] if error is None else [str(error)]


def citation(path):
    folder = Path(importlib.util.find_spec("cffconvert").origin).parent
    return against(json.loads((folder / "schemas/1.2.0/schema.json").read_text(encoding="utf-8")), path)


def publiccode(path):
    return against(json.loads(Path(__file__).with_name("publiccode.schema.json").read_text(encoding="utf-8")), path)


CHECKS = {"sbom.cdx.json": bom, "CITATION.cff": citation, "publiccode.yml": publiccode}

if __name__ == "__main__":
    wrong = 0
    for path in (Path(folder) / name for folder in sys.argv[1:] for name in CHECKS):
        # The list of parts is made for a release alone.
        if path.name == "sbom.cdx.json" and not path.exists():
            continue
        errors = CHECKS[path.name](path)
        for error in errors:
            print(f"{path}: {error}", file=sys.stderr)
        if not errors:
            print(f"{path} is valid")
        wrong += len(errors)
    sys.exit(1 if wrong else 0)
