"""Statutes, terms, periods, the calendar and procedures, as data; no I/O."""
