"""登记: windows, hotline and online; gives a dispute its number."""
