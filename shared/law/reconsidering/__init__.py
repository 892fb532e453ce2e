"""Rules of reconsideration 行政复议 that more than one office asks for (ARL 20 to 28).

The window tells a party the road, the authority holds the application to it: both ask here.
"""
