"""The steps about talks, visits, deals, aid and measures between states."""
