"""Reports, dossiers and figures in, what people and programs read out; nothing here reads text."""
