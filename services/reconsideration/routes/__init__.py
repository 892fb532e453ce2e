"""Doors of reconsideration 行政复议: one path for each legal act, a module for each chapter."""
