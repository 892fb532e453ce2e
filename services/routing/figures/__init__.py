"""数字和时间条: what was counted under whistles and on the ladder, and who held a whistle when.

Everything here is reckoned from the pages of the files alone, as far as they were recorded at a
moment that may lie back, so a rebuilt hub counts the same. No number stands without its
denominator, and no department answers for time that was not its own (RULES 61 to 63).
"""
