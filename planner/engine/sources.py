"""Where the engine's numbers come from, and how much weight each source bears."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from planner.engine.terms import N_


class Grade(StrEnum):
    """What kind of knowledge a source is, the most solid first."""

    MANY = N_("many studies together")
    ONE = N_("one study")
    RECORDS = N_("records of many people")
    EXPERTS = N_("experts agreed")
    SURVEY = N_("what lifters say they do")
    LOGS = N_("measured on logs")
    SIMULATED = N_("chosen on simulated lifters")
    THUMB = N_("rule of thumb")


class Source(NamedTuple):
    """A source: how it is cited, and its grade."""

    reference: str
    grade: Grade


SOURCES: dict[str, Source] = {
    "acsm-2009": Source(
        "Ratamess et al. 2009, ACSM position stand, Med Sci Sports Exerc 41:687",
        Grade.EXPERTS,
    ),
    "androulakis-2020": Source(
        "Androulakis-Korakakis et al. 2020, Sports Med 50:751 (least sets for the 1RM)",
        Grade.MANY,
    ),
    "ardern-2016": Source(
        "Ardern et al. 2016, Br J Sports Med 50:853 (return to sport)",
        Grade.EXPERTS,
    ),
    "baz-valle-2022": Source(
        "Baz-Valle et al. 2022, J Hum Kinet 81:199 (weekly sets, trained men)",
        Grade.MANY,
    ),
    "bell-2022": Source(
        "Bell et al. 2022, Front Sports Act Living 4:1073223 (deloads in practice)",
        Grade.SURVEY,
    ),
    "belcher-2019": Source(
        "Belcher et al. 2019, Appl Physiol Nutr Metab 44:1033 (days to recover, 12 trained men)",
        Grade.ONE,
    ),
    "bickel-2011": Source(
        "Bickel, Cross & Bamman 2011, Med Sci Sports Exerc 43:1177 (what keeps muscle)",
        Grade.ONE,
    ),
    "bosquet-2013": Source(
        "Bosquet et al. 2013, Scand J Med Sci Sports 23:e140 (training cessation)",
        Grade.MANY,
    ),
    "coleman-2024": Source(
        "Coleman et al. 2024, PeerJ 12:e16777 (a week off within a block)",
        Grade.ONE,
    ),
    "cooke-2019": Source(
        "Cooke 2019, in Zourdos et al. 2021, J Strength Cond Res 35:S158 (6 to 26 squats at 70 %)",
        Grade.ONE,
    ),
    "craven-2022": Source(
        "Craven et al. 2022, Sports Med 52:2669 (short sleep and performance)",
        Grade.MANY,
    ),
    "damas-2016": Source(
        "Damas et al. 2016, Eur J Appl Physiol 116:49 (swelling after the first sessions)",
        Grade.ONE,
    ),
    "dots-2019": Source(
        "Konertz 2019, DOTS, Bundesverband Deutscher Kraftdreikämpfer (coefficients, and the "
        "bodyweights they are for, as OpenPowerlifting computes it)",
        Grade.RECORDS,
    ),
    "doherty-2017": Source(
        "Doherty et al. 2017, Br J Sports Med 51:113 (ankle sprain, an overview)",
        Grade.MANY,
    ),
    "finucane-2020": Source(
        "Finucane et al. 2020, J Orthop Sports Phys Ther 50:350 (red flags of the spine)",
        Grade.EXPERTS,
    ),
    "first-sessions": Source(
        "Measured on public training logs: 166 variations of a known lift, 6 lifters",
        Grade.LOGS,
    ),
    "foster-1998": Source(
        "Foster 1998, Med Sci Sports Exerc 30:1164 (monotony and strain of 25 athletes)",
        Grade.ONE,
    ),
    "fradkin-2010": Source(
        "Fradkin, Zazryn & Smoliga 2010, J Strength Cond Res 24:140 (warming up)",
        Grade.MANY,
    ),
    "fragala-2019": Source(
        "Fragala et al. 2019, J Strength Cond Res 33:2019 (older adults, NSCA position)",
        Grade.EXPERTS,
    ),
    "grgic-2020": Source(
        "Grgic et al. 2020, Sports Med Open 6:31 (reliability of the 1RM)",
        Grade.MANY,
    ),
    "halonen-2024": Source(
        "Halonen et al. 2024, Scand J Med Sci Sports 34:e14739 (ten weeks off)",
        Grade.ONE,
    ),
    "halperin-2022": Source(
        "Halperin et al. 2022, Sports Med 52:377 (how well lifters predict failure)",
        Grade.MANY,
    ),
    "hackett-2017": Source(
        "Hackett et al. 2017, J Strength Cond Res 31:2162 (reserve misjudged far from failure)",
        Grade.ONE,
    ),
    "henselmans-2022": Source(
        "Henselmans et al. 2022, Nutrients 14:856 (carbohydrate and strength training)",
        Grade.MANY,
    ),
    "hooper-1995": Source(
        "Hooper & Mackinnon 1995, Sports Med 20:321 (four questions on recovery)",
        Grade.ONE,
    ),
    "impellizzeri-2020": Source(
        "Impellizzeri et al. 2020, J Athl Train 55:885 (loads are not shown to foretell injury)",
        Grade.EXPERTS,
    ),
    "iom-2005": Source(
        "Institute of Medicine 2005, Dietary Reference Intakes for Water (adequate intake)",
        Grade.EXPERTS,
    ),
    "ipf-2020": Source(
        "International Powerlifting Federation 2020, IPF GL Coefficients (classic lifting, by "
        "Kopayev, Onyshchenko and Stetsenko)",
        Grade.RECORDS,
    ),
    "kassiano-2022": Source(
        "Kassiano et al. 2022, J Strength Cond Res 36:1753 (varying exercises)",
        Grade.MANY,
    ),
    "kotarsky-2018": Source(
        "Kotarsky et al. 2018, J Strength Cond Res 32:651 (push-up steps and bench press)",
        Grade.ONE,
    ),
    "latella-2020": Source(
        "Latella et al. 2020, J Strength Cond Res 34:2412 (powerlifters over years)",
        Grade.RECORDS,
    ),
    "logs": Source(
        "Measured on public training logs: 576 exercise histories of 54 lifters",
        Grade.LOGS,
    ),
    "logs-ahead": Source(
        "Fitted on six public training logs (1 to 6 weeks ahead), each held out in turn",
        Grade.LOGS,
    ),
    "lopez-2021": Source(
        "Lopez et al. 2021, Med Sci Sports Exerc 53:1206 (load, size and strength)",
        Grade.MANY,
    ),
    "mitter-2022": Source(
        "Mitter et al. 2022, PLoS One 17:e0268074 (test-retest of repetitions)",
        Grade.ONE,
    ),
    "moran-navarro-2017": Source(
        "Morán-Navarro et al. 2017, Eur J Appl Physiol 117:2387 (recovery after failure)",
        Grade.ONE,
    ),
    "moritani-1979": Source(
        "Moritani & deVries 1979, Am J Phys Med 58:115 (neural and muscular shares)",
        Grade.ONE,
    ),
    "morton-2018": Source(
        "Morton et al. 2018, Br J Sports Med 52:376 (protein and strength training)",
        Grade.MANY,
    ),
    "mottola-2018": Source(
        "Mottola et al. 2018, Br J Sports Med 52:1339 (activity in pregnancy)",
        Grade.EXPERTS,
    ),
    "nascimento-2017": Source(
        "Nascimento et al. 2017, Biol Sport 34:279 (first tests of the 1RM)",
        Grade.ONE,
    ),
    "nuzzo-2024": Source(
        "Nuzzo et al. 2024, Sports Med 54:303 (repetitions at percentages of 1RM)",
        Grade.MANY,
    ),
    "ogasawara-2013": Source(
        "Ogasawara et al. 2013, Eur J Appl Physiol 113:975 (training and pauses)",
        Grade.ONE,
    ),
    "pelland-2024": Source(
        "Pelland et al. 2024, SportRxiv (weekly sets, helpers count half)",
        Grade.MANY,
    ),
    "refalo-2023": Source(
        "Refalo et al. 2023, J Strength Cond Res (error of rated reserve)",
        Grade.ONE,
    ),
    "riebe-2015": Source(
        "Riebe et al. 2015, Med Sci Sports Exerc 47:2473 (health screening before exercise)",
        Grade.EXPERTS,
    ),
    "robinson-2024": Source(
        "Robinson et al. 2024, Sports Med 54:2209 (distance to failure, size and strength)",
        Grade.MANY,
    ),
    "rogerson-2024": Source(
        "Rogerson et al. 2024, Sports Med Open 10:26 (deloads of 246 athletes)",
        Grade.SURVEY,
    ),
    "rutherford-1986": Source(
        "Rutherford & Jones 1986, Eur J Appl Physiol 55:100 (skill in lifting)",
        Grade.ONE,
    ),
    "saw-2016": Source(
        "Saw, Main & Gastin 2016, Br J Sports Med 50:281 (self-report tracks load)",
        Grade.MANY,
    ),
    "schoenfeld-2017": Source(
        "Schoenfeld et al. 2017, J Sports Sci 35:1073 (weekly sets and size)",
        Grade.MANY,
    ),
    "schoenfeld-2019": Source(
        "Schoenfeld, Grgic & Krieger 2019, J Sports Sci 37:1286 (days a week and size)",
        Grade.MANY,
    ),
    "sen-1968": Source(
        "Sen 1968, J Am Stat Assoc 63:1379 (slopes by their ranks)",
        Grade.ONE,
    ),
    "sherrington-2019": Source(
        "Sherrington et al. 2019, Cochrane Database Syst Rev 1:CD012424 (preventing falls)",
        Grade.MANY,
    ),
    "simulation": Source("Chosen on simulated lifters with known strength", Grade.SIMULATED),
    "steele-2023": Source(
        "Steele et al. 2023, Res Q Exerc Sport 94:913 (14,690 people over years)",
        Grade.RECORDS,
    ),
    "thumb": Source("Rule of thumb", Grade.THUMB),
    "tatel-2025": Source(
        "Tatel & Ackerman 2025, Psychol Bull 151 (how motor skills decay without use)",
        Grade.MANY,
    ),
    "travis-2020": Source(
        "Travis et al. 2020, Sports 8:125 (tapering and peaking in powerlifting)",
        Grade.MANY,
    ),
    "treede-2019": Source(
        "Treede et al. 2019, Pain 160:19 (what chronic pain is)",
        Grade.EXPERTS,
    ),
    "warburton-2011": Source(
        "Warburton et al. 2011, Health Fit J Can 4:3 (the PAR-Q+)",
        Grade.EXPERTS,
    ),
    "wilks-1994": Source(
        "Wilks 1994, coefficients of the IPF until 2018 (Vanderburgh & Batterham 1999, Med Sci "
        "Sports Exerc 31:1869, on their validity)",
        Grade.RECORDS,
    ),
    "wilks-2020": Source(
        "Wilks 2020, revised coefficients and their tables, Powerlifting Australia",
        Grade.RECORDS,
    ),
    "zatsiorsky-2006": Source(
        "Zatsiorsky & Kraemer 2006, Science and Practice of Strength Training (zones of loads)",
        Grade.EXPERTS,
    ),
    "zech-2010": Source(
        "Zech et al. 2010, J Athl Train 45:392 (balance training)",
        Grade.MANY,
    ),
    "zourdos-2016": Source(
        "Zourdos et al. 2016, J Strength Cond Res 30:267 (RPE from reps in reserve)",
        Grade.ONE,
    ),
}
