"""热点守望: follows what is registered, keeps the last weeks in memory, tells what stands out.

It runs in the worker beside the sweep, one at a time, and no fact waits for it: it reads the outbox
in the order of positions, behind everybody else. What it keeps may be lost at any moment, for it
is read again from the outbox; what it has told is on file, so nothing is told twice. What takes
long is reckoned in a process of its own.
"""
