"""The steps about attacks and other force: who struck, and who was hit."""
