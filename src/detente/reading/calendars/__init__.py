"""Diaries and chronologies: lists of what is to come or came to pass, whose entries stand under dates.

`dates` reads a date as it is written, `days` says which days are meant, `entries` finds what stands under them, `noted`
keeps that with the parsed text and answers what later stages ask.
"""
