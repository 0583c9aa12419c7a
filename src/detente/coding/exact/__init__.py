"""The exact status of a word that is asked for by itself; `word` puts together what the others find."""
