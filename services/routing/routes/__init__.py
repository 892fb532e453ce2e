"""The doors of routing, a file for whoever stands at them."""
