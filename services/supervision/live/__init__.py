"""城市态势: one picture of the city, live and as of any moment, as a fold over the pages.

`picture` says what it is: spans of positions in which something holds, made of the pages of one
file. `keeping` keeps the spans of every file as pages come, `reading` counts them as of a position.
The live board is the picture at the newest position kept, so going back finds what stood there.
"""
