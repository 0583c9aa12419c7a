"""What the steps look at: which words of a text can be a side, and which only stand by."""
