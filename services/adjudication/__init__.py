"""行政裁决: organs that a statute lets decide a civil dispute, and their files.

It serves the provisions that give the power (LAL 14, FOREST 22, GRASS 16, ENTERPRISE_NAME 21,
GPL 55 to 58 and others): the right told (PLAN 24), the party's own application, acceptance, copy
and answer, mediation first, the ruling served with its remedies (ARL 20, ALL 46), performance, and
enforcement by the court (COERCION 53, 54). Where no statute gives the power, it refuses.
"""
