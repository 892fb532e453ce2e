"""推演: the whole hub in memory under a virtual clock, to see what the law makes of some acts."""
