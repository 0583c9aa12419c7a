"""The web desk: pages and a JSON API over a store. It never reads text."""
