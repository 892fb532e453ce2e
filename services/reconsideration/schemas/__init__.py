"""Requests and answers of reconsideration 行政复议, a module for each chapter."""
