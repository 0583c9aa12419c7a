"""The steps about arrests, trials and releases: who holds whom."""
