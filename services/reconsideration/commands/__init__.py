"""Legal acts of reconsideration 行政复议, each one function, a module for each chapter."""
