"""What intake decides, as values and plain functions."""
