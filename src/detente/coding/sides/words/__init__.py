"""The steps about praise, blame, demands, threats and answers: to whom words are addressed, and who speaks."""
