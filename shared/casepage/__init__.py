"""The case page 案卷: one dispute as its files tell it, and the list of disputes.

It reads what every office leaves in the hub's own tables: files, pages, periods. What a page is
under which article says the procedure table that the file was opened under.
"""
