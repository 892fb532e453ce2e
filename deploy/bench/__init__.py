"""The bench: what the hub can do on one machine, all parts real, disks synced, beside bare loops.

`python -m deploy.bench` measures everything in one run. Nothing here is imported by the hub.
"""
