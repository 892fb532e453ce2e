"""The rules of consultation; no I/O."""
