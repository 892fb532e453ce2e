"""What supervision decides, as tables, values and plain functions."""
