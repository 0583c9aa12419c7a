"""détente: diplomatic news in, a dated, sourced, revisable record out."""
