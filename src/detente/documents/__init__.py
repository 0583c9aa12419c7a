"""Files, folders, web addresses and standard input -> `Document`: text fixed once, title, outlet, date."""
