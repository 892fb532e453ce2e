"""What routing decides, as tables, values and plain functions."""
