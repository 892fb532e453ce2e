"""Requests and answers of the committee 行政复议委员会."""
