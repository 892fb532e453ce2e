"""What the law says of people's mediation 人民调解, as tables and plain functions."""
