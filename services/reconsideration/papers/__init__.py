"""行政复议文书: papers made of what stands on the file, each by its article.

`sorts` says which there are, `reading` gathers what one needs, with the reading on record,
`values` says what a template may ask for, `making` makes the paper, and `templates` hold its words.
Nothing here is decided: what a paper says was decided in the act that it tells of. What is needed
of it is imported from the module itself, so that a worker, which makes none, loads no writers.
"""
