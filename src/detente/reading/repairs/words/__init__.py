"""Words that the parser takes for another part of speech, and phrases that are one word."""
