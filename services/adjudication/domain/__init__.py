"""What the law says of administrative adjudication 行政裁决, as tables and plain functions."""
