"""Events in the columns that other tools read: POLECAT, GDELT/CAMEO, Parquet, JSON lines, CSV."""
