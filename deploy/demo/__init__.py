"""The city's day 演示: made-up disputes go through the hub's doors as people would bring them.

A plan is a pure value made from a seed: who does what on which dispute at which moment. It is then
played through HTTP, with tokens of each role, on a hub that runs; no act takes another way. What
the law refuses is part of the day.
"""
