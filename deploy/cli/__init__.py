"""The commands of `hub`, one subject a file; each is loaded when it is called."""
