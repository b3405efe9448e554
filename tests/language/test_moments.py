"""Moments: what a draft names, the span of it in [[ ]], and the interval, seen from Wednesday 22 April 2026, 9:00.

An interval is written as a day (2026-04-24: the whole of it), a minute (2026-04-24T10:30), two of those with a slash
(half-open: the second is no part of it), or `-` for a moment without a place.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime, timedelta
from time import process_time
from timeit import repeat
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.context import Context, Organisation
from postlint.document import Document
from postlint.language.moments import Moment, moments, vague_moments

NOW = "2026-04-22T09:00"
_MARKED = re.compile(r"\[\[(.+?)\]\]")

DUTCH = [
    # Days of the week
    ("We bellen je [[vrijdag]].", "2026-04-24"),
    ("Kom [[woensdag]] langs", "2026-04-22"),
    ("[[Dinsdag]] is het loket dicht.", "2026-04-28"),
    ("[[Maandag]] was er brand aan de kade.", "2026-04-20"),
    ("[[Maandag]] hebben we gesproken met de bewoners.", "2026-04-20"),
    ("Wat stond er [[zaterdag]] in de krant?", "2026-04-18"),
    ("De raad besloot er [[donderdag]] over.", "2026-04-16"),
    ("Het overleg van [[maandag jl.]]", "2026-04-20"),
    ("De avond van [[vrijdag a.s.]]", "2026-04-24"),
    ("[[Volgende week dinsdag]] begint het werk.", "2026-04-28"),
    ("Het werk begint [[dinsdag volgende week]].", "2026-04-28"),
    ("[[Vorige week vrijdag]] ging het mis.", "2026-04-17"),
    ("[[Deze week donderdag]] komt de wagen.", "2026-04-23"),
    ("Tot [[dinsdag over een week]]!", "2026-05-05"),
    ("[[Vrijdag over twee weken]] gaan we open.", "2026-05-08"),
    ("[[Afgelopen maandag]] vergaderden we.", "2026-04-20"),
    ("[[Afgelopen woensdag]] ook al.", "2026-04-15"),
    ("[[Vorige vrijdag]] ook al.", "2026-04-17"),
    ("[[Komende vrijdag]] is er markt.", "2026-04-24"),
    ("[[Komende woensdag]] is er markt.", "2026-04-29"),
    ("[[Aanstaande zaterdag]] is er markt.", "2026-04-25"),
    ("[[Volgende vrijdag]] is er markt.", "2026-05-01"),
    ("[[Deze vrijdag]] is er markt.", "2026-04-24"),
    ("[[Donderdagavond]] praten we verder.", "2026-04-23T18:00/2026-04-24"),
    ("[[Maandagmorgen]] zijn we er weer.", "2026-04-27T06:00/2026-04-27T12:00"),
    ("[[Vrijdag middag]] dicht.", "2026-04-24T12:00/2026-04-24T18:00"),
    ("Op [[vrijdagnacht]] rijdt de bus.", "2026-04-25/2026-04-25T06:00"),
    ("[[Vrijdag 's avonds]] is er muziek.", "2026-04-24T18:00/2026-04-25"),
    ("[[Zondag in de ochtend]] is er koffie.", "2026-04-26T06:00/2026-04-26T12:00"),
    ("De [[eerste maandag van mei]] gaat de sirene.", "2026-05-04"),
    ("De [[laatste vrijdag van de maand]] is er soep.", "2026-04-24"),
    ("De [[2e dinsdag van juni]] is er raad.", "2026-06-09"),
    ("[[ma-vr]] open", "2026-04-27/2026-05-02"),
    ("[[Di 28 april]] is het zover", "2026-04-28"),
    # Dates
    ("Op [[3 mei]] openen we.", "2026-05-03"),
    ("Op [[3 mei 2026]] openen we.", "2026-05-03"),
    ("Op [[03-05-2026]] openen we.", "2026-05-03"),
    ("Op [[3-5-2026]] openen we.", "2026-05-03"),
    ("Op [[3-5-26]] openen we.", "2026-05-03"),
    ("Op [[3/5/2026]] openen we.", "2026-05-03"),
    ("Op [[03.05.2026]] openen we.", "2026-05-03"),
    ("Op [[2026-05-03]] openen we.", "2026-05-03"),
    ("Op [[3/5]] openen we.", "2026-05-03"),
    ("Op de [[derde]] is er feest.", "2026-05-03"),
    ("Op de [[3e]] is er feest.", "2026-05-03"),
    ("De [[3e mei]] is er feest.", "2026-05-03"),
    ("De [[derde mei]] is er feest.", "2026-05-03"),
    ("[[Zondag 3 mei]] is er feest.", "2026-05-03"),
    ("[[Zondag de 3e]] is er feest.", "2026-05-03"),
    ("[[Vrijdag 1-5]] is er feest.", "2026-05-01"),
    ("De brief van [[12 mrt. 2026]] is er.", "2026-03-12"),
    ("Sinds [[1 april]] geldt dit.", "2026-04-01"),
    ("Op [[12 maart]] schreven we al.", "2026-03-12"),
    ("Op [[12 januari]] is er inloop.", "2027-01-12"),
    ("Op [[12 januari]] was er inloop.", "2026-01-12"),
    ("Op [[1 juni]] was er inloop.", "2025-06-01"),
    ("Op [[1 mei volgend jaar]] stopt het.", "2027-05-01"),
    ("Op [[29 februari]] jarig", "2028-02-29"),
    ("[[3-5 mei]]", "2026-05-03/2026-05-06"),
    ("[[3 en 4 mei]] is het feest.", "2026-05-03/2026-05-05"),
    ("Van [[3 tot en met 5 mei]] dicht.", "2026-05-03/2026-05-06"),
    ("Van [[30 april t/m 2 mei]] dicht.", "2026-04-30/2026-05-03"),
    ("Van [[30 april tot 2 mei 2027]] dicht.", "2027-04-30/2027-05-03"),
    ("Dicht van [[28 december t/m 3 januari]].", "2026-12-28/2027-01-04"),
    # Days seen from today
    ("[[Vandaag]] open.", "2026-04-22"),
    ("Tot [[morgen]]!", "2026-04-23"),
    ("[[Overmorgen]] meer.", "2026-04-24"),
    ("[[Gisteren]] was het druk.", "2026-04-21"),
    ("[[Eergisteren]] ook.", "2026-04-20"),
    ("[[Morgenochtend]] bellen we.", "2026-04-23T06:00/2026-04-23T12:00"),
    ("[[Morgen vroeg]] bellen we.", "2026-04-23T06:00/2026-04-23T12:00"),
    ("[[Vanavond]] praten we.", "2026-04-22T18:00/2026-04-23"),
    ("[[Vanmiddag]] praten we.", "2026-04-22T12:00/2026-04-22T18:00"),
    ("[[Vanochtend]] praatten we.", "2026-04-22T06:00/2026-04-22T12:00"),
    ("[[Vannacht]] gaat het vriezen.", "2026-04-23/2026-04-23T06:00"),
    ("[[Vannacht]] was er brand.", "2026-04-22/2026-04-22T06:00"),
    ("[[Gisteravond]] was er brand.", "2026-04-21T18:00/2026-04-22"),
    ("[[Gisteren 's middags]] was er brand.", "2026-04-21T12:00/2026-04-21T18:00"),
    ("[[Afgelopen nacht]] was er brand.", "2026-04-22/2026-04-22T06:00"),
    ("In de [[nacht van zaterdag op zondag]] gaat de klok vooruit.", "2026-04-26/2026-04-26T06:00"),
    ("[[Morgen over een week]] is het zover.", "2026-04-30"),
    ("[[Over drie dagen]] is het zover.", "2026-04-25"),
    ("[[Over twee weken]] is het zover.", "2026-05-06"),
    ("[[Over 2 à 3 weken]] is het zover.", "2026-05-13"),
    ("[[Over een half uur]] is het zover.", "2026-04-22T09:30"),
    ("[[Over een uur]] is het zover.", "2026-04-22T10:00"),
    ("[[Over anderhalf uur]] is het zover.", "2026-04-22T10:30"),
    ("[[Over een kwartier]] is het zover.", "2026-04-22T09:15"),
    ("[[Over anderhalf jaar]] is het zover.", "2027-10-22"),
    ("[[Over een half jaar]] is het zover.", "2026-10-22"),
    ("[[Over een maand]] is het zover.", "2026-05-22"),
    ("[[Drie dagen geleden]] was het zover.", "2026-04-19"),
    ("[[2 weken geleden]] was het zover.", "2026-04-08"),
    ("[[Een jaar geleden]] was het zover.", "2025-04-22"),
    ("U hoort het [[binnen twee dagen]].", "2026-04-22T09:00/2026-04-25"),
    ("U hoort het [[binnen 48 uur]].", "2026-04-22T09:00/2026-04-24T09:00"),
    ("U hoort het [[binnen 2 werkdagen]].", "2026-04-22T09:00/2026-04-25"),
    ("U hoort het [[binnen 5 werkdagen]].", "2026-04-22T09:00/2026-05-01"),  # Koningsdag is no working day
    ("U hoort het [[binnen een week]].", "2026-04-22T09:00/2026-04-30"),
    ("De [[komende drie dagen]] is het warm.", "2026-04-22T09:00/2026-04-26"),
    ("De [[afgelopen twee weken]] was het warm.", "2026-04-08/2026-04-22"),
    # Periods
    ("[[Deze week]] is het af.", "2026-04-20/2026-04-27"),
    ("[[Volgende week]] is het af.", "2026-04-27/2026-05-04"),
    ("[[Vorige week]] was het af.", "2026-04-13/2026-04-20"),
    ("[[Volgende maand]] is het af.", "2026-05-01/2026-06-01"),
    ("[[Dit jaar]] is het af.", "2026-01-01/2027-01-01"),
    ("[[Volgend jaar]] is het af.", "2027-01-01/2028-01-01"),
    ("[[Vorig kwartaal]] was het af.", "2026-01-01/2026-04-01"),
    ("[[Komend weekend]] is het af.", "2026-04-25/2026-04-27"),
    ("[[Volgend weekend]] is het af.", "2026-05-02/2026-05-04"),
    ("In het [[weekend]] is het af.", "2026-04-25/2026-04-27"),
    ("[[Begin april]] was het af.", "2026-04-01/2026-04-11"),
    ("[[Medio mei]] is het af.", "2026-05-11/2026-05-21"),
    ("[[Half juni]] is het af.", "2026-06-11/2026-06-21"),
    ("[[Eind deze maand]] is het af.", "2026-04-21/2026-05-01"),
    ("[[Eind volgende week]] is het af.", "2026-05-01/2026-05-04"),
    ("Aan het [[eind van de week]] is het af.", "2026-04-24/2026-04-27"),
    ("[[Eind 2026]] is het af.", "2026-09-01/2027-01-01"),
    ("[[Begin volgend jaar]] is het af.", "2027-01-01/2027-05-01"),
    ("[[Later deze week]] meer.", "2026-04-22T09:00/2026-04-27"),
    ("[[Eind van de middag]] meer.", "2026-04-22T16:00/2026-04-22T18:00"),
    ("In het [[2e kwartaal]] is het af.", "2026-04-01/2026-07-01"),
    ("In het [[derde kwartaal van 2026]] is het af.", "2026-07-01/2026-10-01"),
    ("[[Q3 2026]] is het af.", "2026-07-01/2026-10-01"),
    ("De [[eerste helft van mei]] is het dicht.", "2026-05-01/2026-05-16"),
    ("De [[tweede helft van dit jaar]] is het dicht.", "2026-07-01/2027-01-01"),
    ("In het [[najaar]] is het af.", "2026-09-01/2026-12-01"),
    ("[[Dit najaar]] is het af.", "2026-09-01/2026-12-01"),
    ("[[Afgelopen winter]] was het koud.", "2025-12-01/2026-03-01"),
    ("In de [[zomer van 2027]] is het af.", "2027-06-01/2027-09-01"),
    ("[[Na de zomer]] is het af.", "2026-09-01/2026-12-01"),
    ("In [[2027]] is het af.", "2027-01-01/2028-01-01"),
    ("Van [[2025 tot en met 2027]] bouwen we.", "2025-01-01/2028-01-01"),
    ("In [[mei]] is het af.", "2026-05-01/2026-06-01"),
    ("[[Mei 2027]] is het af.", "2027-05-01/2027-06-01"),
    ("In [[oktober]] was het druk.", "2025-10-01/2025-11-01"),
    ("[[Volgend jaar mei]] is het af.", "2027-05-01/2027-06-01"),
    ("[[Komende zomer]] is het af.", "2026-06-01/2026-09-01"),
    ("In [[week 23]] is het af.", "2026-06-01/2026-06-08"),
    # Holidays
    ("Met [[Pasen]] was het druk.", "2026-04-05/2026-04-07"),
    ("Op [[Koningsdag]] is er markt.", "2026-04-27"),
    ("Op [[Koningsdag 2025]] was er markt.", "2025-04-26"),  # the 27th was a Sunday
    ("Op [[Prinsjesdag]] horen we meer.", "2026-09-15"),
    ("Met [[Hemelvaart]] zijn we dicht.", "2026-05-14"),
    ("Met [[Pinksteren]] zijn we dicht.", "2026-05-24/2026-05-26"),
    ("[[Tweede Pinksterdag]] zijn we dicht.", "2026-05-25"),
    ("Op [[Goede Vrijdag]] waren we dicht.", "2026-04-03"),
    ("Met [[Sinterklaas]] zijn we dicht.", "2026-12-05"),
    ("Met [[kerst]] zijn we dicht.", "2026-12-25/2026-12-27"),
    ("Op [[eerste kerstdag]] zijn we dicht.", "2026-12-25"),
    ("Met [[Oud en Nieuw]] zijn we open.", "2026-12-31/2027-01-02"),
    ("[[Bevrijdingsdag]] vieren we samen.", "2026-05-05"),
    ("De [[Dodenherdenking]] is op de Dam.", "2026-05-04"),
    ("De sfeer van [[afgelopen kerst]] was mooi.", "2025-12-25/2025-12-27"),
    ("[[Na de zomervakantie]] meer.", "-"),
    # Times
    ("Het begint om [[10.30 uur]].".replace("om [[", "[[om "), "2026-04-22T10:30"),
    ("Het begint [[om 10 uur]].", "2026-04-22T10:00"),
    ("Het begint [[om 8 uur]].", "2026-04-23T08:00"),
    ("Het begon [[om 8 uur]].", "2026-04-22T08:00"),
    ("Het begint [[half elf]].", "2026-04-22T10:30"),
    ("Het begint [[om half drie]].", "2026-04-22T14:30"),
    ("Het begint [[om kwart voor 9]].", "2026-04-23T08:45"),
    ("Het begint [[om vijf over half tien]].", "2026-04-22T09:35"),
    ("Het begint [[om tien voor twee]].", "2026-04-22T13:50"),
    ("Het begint [[om 3 uur 's nachts]].", "2026-04-23T03:00"),
    ("Het begint [[om 8 uur 's avonds]].", "2026-04-22T20:00"),
    ("Het begint [[rond 16:00 uur]].", "2026-04-22T16:00"),
    ("Het begint [[om 19u30]].", "2026-04-22T19:30"),
    ("Inloop: [[12.00]]", "2026-04-22T12:00"),
    ("Open tot [[12.00 uur]]", "2026-04-22T12:00"),
    ("Om [[middernacht]] gaat het dicht".replace("Om [[", "[[Om "), "2026-04-23"[:0] + "2026-04-23T00:00"),
    ("Open [[10 tot 14 uur]]", "2026-04-22T10:00/2026-04-22T14:00"),
    ("Open van [[10.00-14.00 uur]]", "2026-04-22T10:00/2026-04-22T14:00"),
    ("Open van [[10 tot 12]].", "2026-04-22T10:00/2026-04-22T12:00"),
    ("Tussen [[22.00 en 02.00 uur]] dicht.", "2026-04-22T22:00/2026-04-23T02:00"),
    ("Bel tussen [[9 en 5]].", "2026-04-22T09:00/2026-04-22T17:00"),
    # Days and times together
    ("[[Vrijdag 1 mei om 10.30 uur]] openen we.", "2026-05-01T10:30"),
    ("[[Vanavond om 8 uur]] praten we.", "2026-04-22T20:00"),
    ("[[Donderdagavond half negen]] praten we.", "2026-04-23T20:30"),
    ("[[Vrijdag tussen 10 en 12]] praten we.", "2026-04-24T10:00/2026-04-24T12:00"),
    ("[[Zaterdag van 10 tot 14 uur]] open.", "2026-04-25T10:00/2026-04-25T14:00"),
    ("[[Zaterdag 25 april, 10.00-14.00 uur]]", "2026-04-25T10:00/2026-04-25T14:00"),
    ("Om [[10 uur vrijdagochtend]] praten we.".replace("Om [[", "[[Om "), "2026-04-24T10:00"),
    ("Van [[maandag tot en met donderdag]] dicht.", "2026-04-27/2026-05-01"),
    ("[[Vannacht om 2 uur]] gaat de klok vooruit.", "2026-04-23T02:00"),
    ("[[Volgende week dinsdag om 9.00 uur]] praten we.", "2026-04-28T09:00"),
    ("De opening is [[vrijdag]]. [[Om 10 uur]] is er koffie.", "2026-04-24 2026-04-24T10:00"),
    ("[[Vandaag]] en [[morgen]] open.", "2026-04-22 2026-04-23"),
    ("Het water zakte [[om vijf uur vanmorgen]].", "2026-04-22T05:00"),
    ("[[Zaterdag 9]] en [[zondag 10 mei]] open.", "2026-05-09 2026-05-10"),
    ("De vergadering van [[7 mei a.s.]]", "2026-05-07"),
    ("[[Elke vrijdag om 10 uur]] koffie.".replace("[[Elke ", "Elke [["), "-"),
    ("Op [[maandagen]] dicht.", "-"),
    ("['s ochtends]".replace("[", "[[").replace("]", "]]") + " zijn we open.", "-"),
]

ENGLISH = [
    # Days of the week
    ("We'll call you [[Friday]].", "2026-04-24"),
    ("Come along on [[Wednesday]].", "2026-04-22"),
    ("The desk is closed on [[Tuesday]].", "2026-04-28"),
    ("There was a fire on [[Monday]].", "2026-04-20"),
    ("On [[Saturday]] we planted a hundred trees.", "2026-04-18"),
    ("The council met on [[Thursday]].", "2026-04-16"),
    ("We're closed [[Friday]].", "2026-04-24"),
    ("See you [[next Tuesday]].", "2026-04-28"),
    ("See you [[next Friday]].", "2026-05-01"),
    ("See you [[this Friday]].", "2026-04-24"),
    ("See you [[this coming Friday]].", "2026-04-24"),
    ("That was [[last Monday]].", "2026-04-20"),
    ("That was [[last Wednesday]].", "2026-04-15"),
    ("See you [[Tuesday next week]].", "2026-04-28"),
    ("See you [[next week on Tuesday]].", "2026-04-28"),
    ("See you [[Tuesday week]].", "2026-05-05"),
    ("See you [[a week on Tuesday]].", "2026-05-05"),
    ("[[Friday morning]] we open.", "2026-04-24T06:00/2026-04-24T12:00"),
    ("[[Friday night]] we dance.", "2026-04-24T18:00/2026-04-25T06:00"),
    ("The [[first Monday in May]] is a holiday.", "2026-05-04"),
    ("The [[last Friday of the month]] is pay day.", "2026-04-24"),
    ("[[Mon-Fri]] only", "2026-04-27/2026-05-02"),
    ("[[Sat 25 Apr]] is the day", "2026-04-25"),
    # Dates
    ("We open on [[3 May]].", "2026-05-03"),
    ("We open on [[3 May 2026]].", "2026-05-03"),
    ("We open on [[3rd May]].", "2026-05-03"),
    ("We open on [[May 3rd]].", "2026-05-03"),
    ("We open on [[May 3]].", "2026-05-03"),
    ("We open on [[May 3, 2026]].", "2026-05-03"),
    ("We open on the [[3rd of May]].", "2026-05-03"),
    ("We open on the [[third of May]].", "2026-05-03"),
    ("We open on the [[3rd]].", "2026-05-03"),
    ("We open on [[5/3]].", "2026-03-05"),  # day first
    ("We open on [[03/05/2026]].", "2026-05-03"),
    ("We open on [[2026-05-03]].", "2026-05-03"),
    ("We open on [[3-5-2026]].", "2026-05-03"),
    ("We open on [[Friday, May 1st]].", "2026-05-01"),
    ("We open on [[Friday 1 May]].", "2026-05-01"),
    ("We open on [[Friday the 1st]].", "2026-05-01"),
    ("We wrote on [[12 March]].", "2026-03-12"),
    ("We met on [[1 June]].", "2025-06-01"),
    ("We meet on [[12 January]].", "2027-01-12"),
    ("Leap on [[29 February]].", "2028-02-29"),
    ("[[3-5 May]]", "2026-05-03/2026-05-06"),
    ("[[May 3-5]]", "2026-05-03/2026-05-06"),
    ("Between [[3 and 5 May]] we are closed.", "2026-05-03/2026-05-06"),
    ("From [[30 April to 2 May]] we are closed.", "2026-04-30/2026-05-03"),
    ("From [[28 December to 3 January]] we are closed.", "2026-12-28/2027-01-04"),
    # Days seen from today
    ("Open [[today]].", "2026-04-22"),
    ("See you [[tomorrow]]!", "2026-04-23"),
    ("[[Yesterday]] was busy.", "2026-04-21"),
    ("The [[day after tomorrow]] we start.", "2026-04-24"),
    ("It was the [[day before yesterday]].", "2026-04-20"),
    ("[[Tomorrow morning]] we start.", "2026-04-23T06:00/2026-04-23T12:00"),
    ("[[This afternoon]] we start.", "2026-04-22T12:00/2026-04-22T18:00"),
    ("[[Yesterday evening]] it rained.", "2026-04-21T18:00/2026-04-22"),
    ("[[Tonight]] we talk.", "2026-04-22T18:00/2026-04-23T06:00"),
    ("[[Last night]] we talked.", "2026-04-21T18:00/2026-04-22T06:00"),
    ("We call you in the [[morning]].", "2026-04-22T06:00/2026-04-22T12:00"),
    ("[[In three days]] we know.", "2026-04-25"),
    ("[[In two weeks]] we know.", "2026-05-06"),
    ("[[In two weeks' time]] we know.", "2026-05-06"),
    ("[[In a fortnight]] we know.", "2026-05-06"),
    ("[[In half an hour]] we know.", "2026-04-22T09:30"),
    ("[[In 2 hours]] we know.", "2026-04-22T11:00"),
    ("[[In 20 minutes]] we know.", "2026-04-22T09:20"),
    ("We know [[two weeks from now]].", "2026-05-06"),
    ("It began [[three days ago]].", "2026-04-19"),
    ("It began [[a week ago]].", "2026-04-15"),
    ("You will hear [[within two days]].", "2026-04-22T09:00/2026-04-25"),
    ("You will hear [[within 24 hours]].", "2026-04-22T09:00/2026-04-23T09:00"),
    ("You will hear [[within 5 working days]].", "2026-04-22T09:00/2026-05-01"),  # the zone is Amsterdam
    ("You will hear [[within 3 business days]].", "2026-04-22T09:00/2026-04-29"),
    ("The [[next three days]] are warm.", "2026-04-22T09:00/2026-04-26"),
    ("The [[past two weeks]] were warm.", "2026-04-08/2026-04-22"),
    # Periods
    ("[[This week]] it is done.", "2026-04-20/2026-04-27"),
    ("[[Next week]] it is done.", "2026-04-27/2026-05-04"),
    ("[[Last month]] it was done.", "2026-03-01/2026-04-01"),
    ("[[This year]] it is done.", "2026-01-01/2027-01-01"),
    ("[[Next quarter]] it is done.", "2026-07-01/2026-10-01"),
    ("[[This weekend]] it is done.", "2026-04-25/2026-04-27"),
    ("[[Early May]] it is done.", "2026-05-01/2026-05-11"),
    ("[[Mid-May]] it is done.", "2026-05-11/2026-05-21"),
    ("In [[late June]] it is done.", "2026-06-21/2026-07-01"),
    ("By the [[end of the month]] it is done.", "2026-04-21/2026-05-01"),
    ("By the [[end of May]] it is done.", "2026-05-21/2026-06-01"),
    ("By [[end of day]] it is done.", "2026-04-22T16:00/2026-04-22T18:00"),
    ("[[Later this week]] more.", "2026-04-22T09:00/2026-04-27"),
    ("[[Early next week]] more.", "2026-04-27/2026-04-29"),
    ("In [[Q2]] it is done.", "2026-04-01/2026-07-01"),
    ("In the [[third quarter of 2026]] it is done.", "2026-07-01/2026-10-01"),
    ("The [[second half of 2026]] is quiet.", "2026-07-01/2027-01-01"),
    ("In the [[spring]] it is done.", "2026-03-01/2026-06-01"),
    ("[[This autumn]] it is done.", "2026-09-01/2026-12-01"),
    ("[[Last winter]] was cold.", "2025-12-01/2026-03-01"),
    ("In the [[summer of 2027]] it is done.", "2027-06-01/2027-09-01"),
    ("[[After the summer]] it is done.", "2026-09-01/2026-12-01"),
    ("In [[2027]] it is done.", "2027-01-01/2028-01-01"),
    ("In [[May]] it is done.", "2026-05-01/2026-06-01"),
    ("In [[October 2025]] it was done.", "2025-10-01/2025-11-01"),
    ("In [[September]] it is done.", "2026-09-01/2026-10-01"),
    ("In [[week 23]] it is done.", "2026-06-01/2026-06-08"),
    # Holidays
    ("At [[Easter]] it was busy.", "2026-04-05/2026-04-07"),
    ("On [[Good Friday]] it was busy.", "2026-04-03"),
    ("On [[Easter Monday]] it was busy.", "2026-04-06"),
    ("On [[Boxing Day]] we are closed.", "2026-12-26"),
    ("On [[Christmas Eve]] we are closed.", "2026-12-24"),
    ("At [[Christmas]] we are closed.", "2026-12-25/2026-12-27"),
    ("On [[New Year's Day]] we are closed.", "2027-01-01"),
    ("On [[Whit Monday]] we are closed.", "2026-05-25"),
    ("The [[August bank holiday]] is a day off.", "2026-08-31"),
    # Times
    ("It starts [[at 3pm]].", "2026-04-22T15:00"),
    ("It starts [[at 10.30]].", "2026-04-22T10:30"),
    ("It starts [[at 10:30 a.m.]]", "2026-04-22T10:30"),
    ("It starts [[at 3]].", "2026-04-22T15:00"),
    ("It starts [[at half past ten]].", "2026-04-22T10:30"),
    ("It starts [[at quarter to nine]].", "2026-04-23T08:45"),
    ("It starts [[at ten past four]].", "2026-04-22T16:10"),
    ("It starts [[at 10 o'clock]].", "2026-04-22T10:00"),
    ("It starts [[at noon]].", "2026-04-22T12:00"),
    ("It closes [[at midnight]].", "2026-04-23T00:00"),
    ("It starts [[at 8 in the evening]].", "2026-04-22T20:00"),
    ("Open [[10am-2pm]]", "2026-04-22T10:00/2026-04-22T14:00"),
    ("Open [[2-4pm]]", "2026-04-22T14:00/2026-04-22T16:00"),
    ("Open between [[2 and 4]].", "2026-04-22T14:00/2026-04-22T16:00"),
    ("Open from [[9 to 5]].", "2026-04-22T09:00/2026-04-22T17:00"),
    # Days and times together
    ("[[Friday at noon]] we open.", "2026-04-24T12:00"),
    ("[[Friday 1 May at 10.30am]] we open.", "2026-05-01T10:30"),
    ("[[Tomorrow morning at 9]] we open.", "2026-04-23T09:00"),
    ("[[Tonight at 8]] we talk.", "2026-04-22T20:00"),
    ("[[At 3pm on Friday]] we talk.", "2026-04-24T15:00"),
    ("[[Saturday, 10am to 2pm]]", "2026-04-25T10:00/2026-04-25T14:00"),
    ("From [[Monday to Thursday]] we are closed.", "2026-04-27/2026-05-01"),
    ("The water fell [[at four this morning]].", "2026-04-22T04:00"),
    (
        "Closed [[tonight from 9]], open again at noon".replace("at noon", "[[at noon]]"),
        "2026-04-22T21:00 2026-04-22T12:00",
    ),
    ("Two visits each [[this week]].", "2026-04-20/2026-04-27"),
    ("Your bin is a day late [[this week]].", "2026-04-20/2026-04-27"),
    ("The opening is [[Friday]]. We start [[at 10]].", "2026-04-24 2026-04-24T10:00"),
    ("Every [[Friday at 10]]: coffee.", "-"),
    ("Closed on [[Mondays]].", "-"),
]

NO_DUTCH = [
    "Zo, dat is klaar.",
    "Zo 3 mensen op de stoep.",
    "Mei Li heeft een winkel.",
    "We praten met Mei Li.",
    "De 8 Maartstraat is dicht.",
    "De 1 Meistraat ook.",
    "De zon schijnt.",
    "Het kost 10.30 euro.",
    "Het kost € 10.30 en dat is veel.",
    "Slechts 12,50 per persoon",
    "Het werd 2-1.",
    "Na 3-0 achter nog gewonnen.",
    "De kalender 2026-2027 staat klaar.",
    "We gebruiken Python 3.11 al jaren niet meer",
    "Bel 06-12345678.",
    "Bel 020-1234567.",
    "Bel 14 020.",
    "Wij zijn er 24/7 voor u.",
    "Een draadje (1/3)",
    "2/5 Daarom doen we dit.",
    "Op 31 februari openen we.",
    "Op 30 februari 2026 openen we.",
    "Op 31-04-2026 openen we.",
    "Op 12-13-2026 openen we.",
    "Er kwamen 2026 meldingen binnen.",
    "Vraag het Jan Vrijdag.",
    "Vraag het mevrouw Zondag.",
    "Robinson en Vrijdag wonen op een eiland.",
    "Een echt zondagskind.",
    "Ze zoekt een zaterdagbijbaan.",
    "Dag allemaal!",
    "Goede morgen allemaal!",
    "Goedemorgen, u spreekt met de balie.",
    "Fijne kerst!",
    "Zalig Pasen!",
    "Fijn weekend!",
    "De eerste keer is het lastig.",
    "Op de 3e verdieping",
    "De derde plaats is voor ons.",
    "Een half brood is genoeg.",
    "Kwart van de mensen wil dit.",
    "We werken 40 uur per week.",
    "Het duurde drie dagen.",
    "We wachten al twee weken.",
    "Over de brug is het druk.",
    "Een paar dagen rust.",
    "Artikel 3.15 van de wet",
    "Nog 10 plekken vrij",
    "Het is 15 graden.",
    "Bus 12 naar het station",
    "Sinterklaas komt aan met de boot.",
    "Zomer in de stad: de mooiste foto's.",
    "De kinderen zijn 10 tot 12 jaar.",
    "Kamer 10.30 is vrij.",
    "Ma en pa gaan mee.",
    "Do en re zijn noten.",
    "De vierde van links",
    "In groep 3 leren ze lezen.",
]

NO_ENGLISH = [
    "You may come in.",
    "We march on.",
    "They march for peace.",
    "Ask Theresa May.",
    "Ask April Jones.",
    "We sat down.",
    "The sun is out.",
    "He is a mon ami.",
    "Wait a second.",
    "The second time is easier.",
    "Every second counts.",
    "We spring into action.",
    "A spring in the step.",
    "It costs 10.30 euros.",
    "It costs £10.30 and that is a lot.",
    "We won 2-1.",
    "About 10 of us were there.",
    "We run Python 3.11 and like it",
    "Call 020 7946 0000.",
    "We are here 24/7.",
    "A thread (1/3)",
    "2/5 That is why.",
    "We open on 31 February.",
    "We open on February 30.",
    "We open on 31/04/2026.",
    "We had 2026 reports.",
    "Ask Mr Friday.",
    "Ask Joe Friday.",
    "Wednesday Addams is back.",
    "Sheffield Wednesday won.",
    "Robinson Crusoe and Friday share an island.",
    "Good morning all!",
    "Happy Easter!",
    "Merry Christmas!",
    "The first time is hard.",
    "On the 3rd floor",
    "The third place is ours.",
    "Half of us agree.",
    "A quarter of us agree.",
    "We work 40 hours per week.",
    "It took three days.",
    "We have waited for two weeks.",
    "At 3 locations we plant trees.",
    "Between 2 and 4 people came.",
    "Ages 10 to 12 years",
    "In 2 ways this is good.",
    "It is 15 degrees.",
    "Bus 12 to the station",
    "A Christmas party hat",
    "The fall of an empire",
    "Winter is a nice name.",
    "Section 3.15 of the act",
    "Only 10 places left",
    "Room 10.30 is free.",
    "The end of an era",
    "A day at the beach",
    "The next step is yours.",
]

VAGUE = [
    ("nl", "We komen er [[zo spoedig mogelijk]] op terug.", "future"),
    ("nl", "We komen er [[z.s.m.]] op terug.", "future"),
    ("nl", "[[Binnenkort]] meer.", "future"),
    ("nl", "U hoort het [[te zijner tijd]].", "future"),
    ("nl", "U hoort het [[t.z.t.]]", "future"),
    ("nl", "Hier kom ik [[later]] op terug.", None),
    ("nl", "[[Ooit]] komt het goed.", None),
    ("nl", "Dat gebeurt [[op korte termijn]].", "future"),
    ("nl", "U hoort het [[over een paar weken]].", "future"),
    ("nl", "De [[komende weken]] gaan we bouwen.", "future"),
    ("nl", "Dat was [[een paar dagen geleden]].", "past"),
    ("nl", "[[Onlangs]] schreven we erover.", "past"),
    ("en", "You will hear [[soon]].", "future"),
    ("en", "We reply [[as soon as possible]].", "future"),
    ("en", "We reply [[ASAP]].", "future"),
    ("en", "You will hear [[in due course]].", "future"),
    ("en", "I'll get back to this [[later]].", None),
    ("en", "[[One day]] it works.", None),
    ("en", "You will hear [[in a few weeks]].", "future"),
    ("en", "It was [[a couple of days ago]].", "past"),
    ("en", "[[Recently]] we wrote about it.", "past"),
]

NOT_VAGUE = [
    ("nl", "Later deze week hoor je meer."),
    ("nl", "Later vandaag hoor je meer."),
    ("nl", "Niet later dan vrijdag."),
    ("nl", "Een paar mensen kwamen langs."),
    ("en", "Later this week you hear more."),
    ("en", "No later than Friday."),
    ("en", "A few people came."),
]

DEADLINES = [
    ("nl", "Je hoort het voor vrijdag.", True),
    ("nl", "Je hoort het vóór 1 mei.", True),
    ("nl", "Je hoort het uiterlijk vrijdag.", True),
    ("nl", "Je hoort het uiterlijk op 1 mei.", True),
    ("nl", "Je hoort het voor het eind van de week.", True),
    ("nl", "Je hoort het voor 10 uur.", True),
    ("nl", "Je hoort het binnen twee dagen.", True),
    ("nl", "Je hoort het niet later dan vrijdag.", True),
    ("nl", "Je hoort het vrijdag op zijn laatst.", True),
    ("nl", "Je hoort het vrijdag.", False),
    ("nl", "Vanaf 1 mei hoor je het.", False),
    ("en", "You will hear by Friday.", True),
    ("en", "You will hear before 1 May.", True),
    ("en", "You will hear by the end of the week.", True),
    ("en", "You will hear within two days.", True),
    ("en", "You will hear no later than Friday.", True),
    ("en", "You will hear on Friday at the latest.", True),
    ("en", "You will hear by noon.", True),
    ("en", "You will hear on Friday.", False),
    ("en", "From 1 May you will hear.", False),
]

DIRECTIONS = [
    ("nl", "Vandaag open", "present"),
    ("nl", "Deze week open", "present"),
    ("nl", "Gisteren open", "past"),
    ("nl", "Morgen open", "future"),
    ("nl", "Binnen twee dagen open", "future"),
    ("nl", "Op 1 april open", "past"),
    ("en", "Open today", "present"),
    ("en", "Open last week", "past"),
    ("en", "Open next week", "future"),
    ("en", "Open on 1 April", "past"),
]

ZONES = [
    # The clock goes forward on 29 March 2026: 2:00 to 3:00 is skipped, the day has 23 hours.
    ("nl", "Europe/Amsterdam", "2026-03-28T12:00+01:00", "morgen", "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"),
    ("nl", "Europe/Amsterdam", "2026-03-28T12:00+01:00", "zondag om 02.30 uur", "2026-03-29T03:30+02:00", None),
    ("nl", "Europe/Amsterdam", "2026-03-29T01:30+01:00", "over een uur", "2026-03-29T03:30+02:00", None),
    # It goes back on 25 October 2026: 2:00 to 3:00 comes twice, the day has 25 hours.
    ("nl", "Europe/Amsterdam", "2026-10-24T12:00+02:00", "morgen", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00"),
    ("nl", "Europe/Amsterdam", "2026-10-24T12:00+02:00", "zondag om 02.30 uur", "2026-10-25T02:30+02:00", None),
    ("nl", "Europe/Amsterdam", "2026-10-25T02:45+02:00", "over een half uur", "2026-10-25T02:15+01:00", None),
    # The organisation's day counts, not that of the offset in which publish_at was written.
    ("nl", "Europe/Amsterdam", "2026-04-22T23:30+00:00", "vandaag", "2026-04-23T00:00+02:00", "2026-04-24T00:00+02:00"),
    ("en", "America/New_York", "2026-04-23T02:00+00:00", "today", "2026-04-22T00:00-04:00", "2026-04-23T00:00-04:00"),
    ("en", "Europe/London", "2026-04-22T09:00+01:00", "at 3pm", "2026-04-22T15:00+01:00", None),
    (
        "en",
        "Europe/London",
        "2026-04-29T09:00+01:00",
        "in 3 working days",
        "2026-05-05T00:00+01:00",
        "2026-05-06T00:00+01:00",
    ),
    ("nl", "America/Sao_Paulo", "2018-11-03T12:00-03:00", "morgen", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00"),
]

UNKNOWN_TIME = [
    ("nl", "Op 3 mei 2026 openen we.", "2026-05-03T00:00+02:00", "future", None),
    ("nl", "In 2027 openen we.", "2027-01-01T00:00+01:00", None, None),
    ("nl", "Op 3 mei openen we.", None, None, None),
    ("nl", "Vrijdag openen we.", None, "future", "future"),
    ("nl", "Gisteren openden we.", None, "past", "past"),
    ("en", "We open on 3 May 2026 at 3pm.", "2026-05-03T15:00+02:00", None, None),
    ("en", "We open next week.", None, "future", "future"),
]


def read(text: str, lang: str = "nl", at: str | None = NOW, zone: str = "Europe/Amsterdam") -> tuple[Moment, ...]:
    return moments(document(text, lang, at, zone))


def document(text: str, lang: str = "nl", at: str | None = NOW, zone: str = "Europe/Amsterdam") -> Document:
    publish_at = datetime.fromisoformat(at) if at else None
    if publish_at and publish_at.tzinfo is None:
        publish_at = publish_at.replace(tzinfo=ZoneInfo(zone))
    return Document(text, lang, Context(publish_at=publish_at, organisation=Organisation(timezone=zone)))


def interval(moment: Moment) -> str:
    """As in the tables."""
    if moment.start is None or moment.end is None:
        return "-"
    start, end = (at.replace(tzinfo=None) for at in (moment.start, moment.end))
    if end - start == timedelta(minutes=1):
        return f"{start:%Y-%m-%dT%H:%M}"
    if start.hour == start.minute == 0 and end - start == timedelta(days=1):
        return f"{start:%Y-%m-%d}"
    return "/".join(f"{at:%Y-%m-%d}" if at.hour == at.minute == 0 else f"{at:%Y-%m-%dT%H:%M}" for at in (start, end))


def check(marked: str, lang: str, expected: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    found = read(text, lang)
    assert [moment.span.of(text) for moment in found] == _MARKED.findall(marked)
    assert " ".join(interval(moment) for moment in found) == expected


@pytest.mark.parametrize(("marked", "expected"), DUTCH)
def test_dutch_moments(marked: str, expected: str) -> None:
    check(marked, "nl", expected)


@pytest.mark.parametrize(("marked", "expected"), ENGLISH)
def test_english_moments(marked: str, expected: str) -> None:
    check(marked, "en", expected)


@pytest.mark.parametrize("text", NO_DUTCH)
def test_no_dutch_moments(text: str) -> None:
    assert [moment.span.of(text) for moment in read(text, "nl")] == []


@pytest.mark.parametrize("text", NO_ENGLISH)
def test_no_english_moments(text: str) -> None:
    assert [moment.span.of(text) for moment in read(text, "en")] == []


@pytest.mark.parametrize(("lang", "marked", "direction"), VAGUE)
def test_vague_moments(lang: str, marked: str, direction: str | None) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    found = vague_moments(document(text, lang))
    assert [moment.span.of(text) for moment in found] == _MARKED.findall(marked)
    assert found[0].vague
    assert (found[0].start, found[0].direction) == (None, direction)
    assert read(text, lang) == ()


@pytest.mark.parametrize(("lang", "text"), NOT_VAGUE)
def test_not_vague(lang: str, text: str) -> None:
    assert vague_moments(document(text, lang)) == ()


@pytest.mark.parametrize(("lang", "text", "deadline"), DEADLINES)
def test_deadlines(lang: str, text: str, deadline: bool) -> None:
    assert [moment.deadline for moment in read(text, lang)] == [deadline]


@pytest.mark.parametrize(("lang", "text", "direction"), DIRECTIONS)
def test_directions(lang: str, text: str, direction: str) -> None:
    assert [moment.direction for moment in read(text, lang)] == [direction]


@pytest.mark.parametrize(("lang", "zone", "at", "text", "start", "end"), ZONES)
def test_zones_and_changes_of_the_clock(
    *, lang: str, zone: str, at: str, text: str, start: str, end: str | None
) -> None:
    (moment,) = read(text, lang, at, zone)
    assert moment.start is not None
    assert moment.start.isoformat(timespec="minutes") == start
    expected_end = datetime.fromisoformat(end) if end else datetime.fromisoformat(start) + timedelta(minutes=1)
    assert moment.end == expected_end


def test_a_day_of_23_hours() -> None:
    (moment,) = read("morgen", "nl", "2026-03-28T12:00")
    assert moment.start is not None
    assert moment.end is not None
    assert moment.end - moment.start == timedelta(hours=23)


@pytest.mark.parametrize(("lang", "text", "start", "_reason", "direction"), UNKNOWN_TIME)
def test_without_publish_time(
    lang: str, text: str, start: str | None, _reason: str | None, direction: str | None
) -> None:
    (moment,) = read(text, lang, None)
    assert (moment.start and moment.start.isoformat(timespec="minutes")) == start
    assert (moment.start is None) == (moment.end is None)
    assert moment.direction == direction


def test_no_calendar_of_holidays_is_loaded_for_an_ordinary_draft() -> None:
    """The package is slow to import: only a holiday needs it, or working days that can be placed."""
    program = """
import sys
from datetime import UTC, datetime
from postlint.context import Context
from postlint.document import Document
from postlint.language.moments import moments
draft = Document("Vrijdag 3 mei om 10.30 uur", "nl", Context(publish_at=datetime(2026, 4, 22, tzinfo=UTC)))
assert moments(draft)[0].start
assert moments(Document("Binnen 5 werkdagen", "nl"))[0].direction == "future"
assert not {"holidays", "dateutil"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_other_languages_have_no_moments() -> None:
    assert read("Freitag um 10 Uhr", "de") == ()
    assert vague_moments(document("bald", "de")) == ()


_WORDS = (
    "vrijdag 3 mei 2026 31 februari om 10.30 uur half elf kwart voor over drie dagen weken geleden binnen 5 werkdagen "
    "volgende week eind begin van de het tot en met t/m - 's avonds morgen vannacht Pasen na zomer Q 3 e elke van "
    "tussen 24/7 9999 0 29 februari 2-1 03-05-2026 Friday May 3rd at noon pm last next in a the of quarter to past "
    "first Monday half . , ( ' week 53 Koningsdag jaar 99 minuten anderhalf bank holiday weekend since every"
).split(" ")


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)),
    st.sampled_from(["nl", "en"]),
    st.datetimes(timezones=st.sampled_from([ZoneInfo("Europe/Amsterdam"), ZoneInfo("UTC")])),
    st.sampled_from(["Europe/Amsterdam", "Europe/London", "America/Sao_Paulo", "Pacific/Apia"]),
)
@settings(max_examples=400, deadline=None)
def test_any_text(text: str, lang: str, at: datetime, zone: str) -> None:
    context = Context(publish_at=at, organisation=Organisation(timezone=zone))
    drafted = Document(text, lang, context)
    found = moments(drafted)
    ends = [0]
    for moment in found:
        assert ends[-1] <= moment.span.start < moment.span.end <= len(text)
        ends.append(moment.span.end)
        assert (moment.start is None) == (moment.end is None)
        if moment.start is not None and moment.end is not None:
            assert moment.start.utcoffset() is not None
            assert moment.end.utcoffset() is not None
            assert moment.start < moment.end
    for moment in vague_moments(drafted):
        assert 0 <= moment.span.start < moment.span.end <= len(text)


@pytest.mark.parametrize("part", ["vrijdag ", "3-", "om ", "over een ", "eind van de ", "van ", "1 tot ", "half ", "x"])
def test_time_is_linear(part: str) -> None:
    def seconds(times: int) -> float:
        text = part * times
        return min(repeat(lambda: moments(document(text)), timer=process_time, number=1, repeat=5))

    seconds(10)
    assert seconds(3000) < 50 * seconds(300) + 0.02
