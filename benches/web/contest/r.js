// The same in R, vectorised as R is written, on webR.

export const CURVE = `
curve_of <- function() {
  o <- order(ord); p <- people[o]; d <- in_need[o]
  P <- cumsum(p); D <- cumsum(d); n <- length(o); TP <- P[n]; TD <- D[n]
  within <- function(s) {
    k <- s * n; i <- max(1, ceiling(k * (1 - 1e-12))); f <- k - i
    c(P[i] + f * p[i], D[i] + f * d[i])
  }
  reaching <- function(need) {
    i <- findInterval(need * (1 - 1e-12), D, left.open = TRUE) + 1; f <- (need - D[i]) / d[i]
    c((i + f) / n, (P[i] + f * p[i]) / TP)
  }
  h <- within(0.2); cov <- h[2] / TD; ps <- h[1] / TP; r <- TD / TP
  fifths <- vapply((1:5) / 5, within, numeric(2))
  shares <- cbind(fifths[, 1], fifths[, -1] - fifths[, -5]) / c(TP, TD)
  c(ps, cov, h[2] / h[1], cov / ps, max(1, h[1] / h[2]), cov - (h[1] - h[2]) / (TP - TD),
    cov / (min(h[1], TD) / TD), (squares - TD * r) / (TP * r * (1 - r)),
    as.vector(shares), as.vector(vapply(c(.5, .8, .95, .8) * TD, reaching, numeric(2))))
}`;

export const DRAWS = `
draws_of <- function() {
  n <- 10000
  v <- lapply(ranges, function(r) {
    if (r[3] <= r[1]) return(rep(r[2], n))
    w <- r[3] - r[1]
    r[1] + w * qbeta((sample.int(n) - 0.5) / n, 1 + 4 * (r[2] - r[1]) / w, 1 + 4 * (r[3] - r[2]) / w)
  })
  fp <- vapply(1:5, function(i) people[2 * i - 1] + people[2 * i], 0)
  rk <- (cumsum(fp) - fp / 2) / sum(fp); m <- sum(fp * rk) / sum(fp)
  w <- fp * (m - rk) / sum(fp * (rk - m)^2)
  all_need <- sum(in_need)
  at <- round(c(.05, .5, .95) * (n - 1)) + 1
  out <- lapply(1:5, function(offer) {
    z <- numeric(n); offered <- z; reached <- z; no <- z; nr <- z; cost <- v[[10]]; benefit <- z; gb <- z; ga <- z
    first <- NULL; last <- NULL; count <- 0
    stigma <- if (offer %in% 2:4) v[[4]] else 0
    for (f in 1:5) {
      g <- gradient[f]
      base <- v[[1]] + (v[[2]] - v[[1]]) * g; risk <- v[[17]] + (v[[18]] - v[[17]]) * g
      oh <- z; rh <- z; av <- z
      for (s in 1:2) {
        i <- 2 * (f - 1) + s; p <- people[i]; d <- in_need[i]; if (p <= 0) next
        t <- as.numeric(s == 1)
        out <- if (offer != 5) 0 else if (outreach == "MoreDeprived") g else t
        u <- pmin(1, pmax(0, base + out * v[[3]] - stigma))
        as <- if (offer != 3) 0 else if (scope == "Everywhere") 1 else if (scope == "InsideTarget") t else v[[7]]
        a <- if (offer == 2) t else if (offer == 3) v[[5]] * as else if (offer == 4) v[[8]] else 1
        b <- if (offer == 2) t else if (offer == 3) (1 - v[[6]]) * as else if (offer == 4) v[[9]] else 1
        on <- d * a; al <- on + (p - d) * b; rn <- on * u; ra <- al * u
        offered <- offered + al; reached <- reached + ra; no <- no + on; nr <- nr + rn
        cost <- cost + v[[11]] * p * as + v[[12]] * al + v[[13]] * ra + v[[14]] * out * al
        av <- av + risk * (v[[15]] * rn + v[[16]] * (ra - rn)); oh <- oh + al; rh <- rh + ra
      }
      if (oh[1] > 0) { last <- rh / oh; if (is.null(first)) first <- last; count <- count + 1 }
      benefit <- benefit + av; gb <- gb + w[f] * risk; ga <- ga + w[f] * (risk - av / fp[f])
    }
    gap <- if (count > 1) last - first else NULL
    all <- list(offered, reached, nr, pmax(0, all_need - no), no - nr, reached - nr, nr / all_need, cost, cost / reached,
      cost / nr, benefit, gb, ga, ga - gb, gap, abs(gb) - abs(ga))
    vapply(all, function(x) if (is.null(x)) rep(NaN, 3) else sort.int(x, partial = at)[at], numeric(3))
  })
  unlist(out)
}`;
