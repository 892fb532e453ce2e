"""热点: many messages about one trouble in one place, recognised from what was said and when.

Pure: messages of some weeks in, spots out. A trouble is told by its words, and not by the matter
that a window chose, so that two troubles of one matter are two spots and one told under two
matters is one. What is usual is what was said alike in the weeks before, in the measure of the
whole city's swell (RULES 55, 56).
"""
