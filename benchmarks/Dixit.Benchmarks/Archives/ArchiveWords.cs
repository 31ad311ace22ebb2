// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Benchmarks.Archives;

/// <summary>The words that invented claims are made of: enough of them that two claims share about as many as two real ones do.</summary>
internal static class ArchiveWords
{
    /// <summary>Nouns with their articles, all singular.</summary>
    public static IReadOnlyList<string> Nouns { get; } = Split(
        """
        le barrage, la digue, le pont, la route, le port, la gare, l'aéroport, le tunnel, la forêt, le marais, le canal, la rivière, le lac, la côte, la plage, la falaise, le glacier, la vallée, le plateau, la plaine,
        l'école, le lycée, l'université, le laboratoire, la bibliothèque, le musée, le théâtre, l'orchestre, le festival, le stade, la piscine, le gymnase, l'hôpital, la clinique, la pharmacie, la crèche, la maternité, le vaccin, le virus, l'épidémie,
        la réforme, la loi, le décret, le budget, l'impôt, la taxe, la dette, le déficit, la subvention, le crédit, l'emprunt, la banque, la monnaie, l'inflation, le salaire, la retraite, la prime, le chômage, l'emploi, la grève,
        le syndicat, l'entreprise, l'usine, l'atelier, le chantier, la mine, la carrière, la centrale, le réacteur, l'éolienne, le panneau, la batterie, le réseau, le câble, la fibre, l'antenne, le satellite, la fusée, le logiciel, l'algorithme,
        le tribunal, le procès, le jugement, l'enquête, la plainte, la police, la prison, la peine, l'amende, le témoin, la preuve, la fraude, la corruption, le trafic, l'attentat, la menace, l'armée, la caserne, le navire, le missile,
        l'accord, le traité, la négociation, le sommet, l'alliance, la frontière, la douane, le visa, l'asile, le quota, l'embargo, la sanction, la trêve, le conflit, la paix, l'élection, le scrutin, le vote, la campagne, le parti,
        la coalition, la majorité, l'opposition, le parlement, le sénat, la commission, le comité, le conseil, la mairie, la préfecture, la région, la commune, le quartier, l'immeuble, le logement, le loyer, le terrain, le permis, le cadastre, la toiture,
        la récolte, le blé, la vigne, le bétail, l'élevage, la laiterie, la pêche, le saumon, l'huître, l'engrais, le pesticide, la sécheresse, la canicule, la crue, la tempête, l'incendie, le séisme, la pollution, le climat, le carbone,
        le journal, la chaîne, la radio, l'antenne locale, le film, le roman, la chanson, le tournoi, le championnat, l'équipe, l'entraîneur, le club, le transfert, la médaille, le record, la course, le vélo, le tramway, le bus, le péage
        """);

    /// <summary>Adjectives that keep one form for both genders.</summary>
    public static IReadOnlyList<string> Adjectives { get; } = Split(
        """
        fragile, utile, rapide, solide, stable, rentable, durable, fiable, visible, énorme, modeste, moderne, propre, riche, pauvre, large, étroite, lourde, unique, historique, publique, électrique, numérique, économique, politique, juridique,
        agricole, scolaire, sanitaire, budgétaire, militaire, nucléaire, solaire, maritime, touristique, scientifique, technique, artistique, démocratique, atypique, provisoire, obligatoire, nécessaire, exemplaire, populaire, impopulaire, précaire
        """);

    /// <summary>Verbs of the first group.</summary>
    public static IReadOnlyList<string> Verbs { get; } = Split(
        """
        financer, protéger, menacer, remplacer, fermer, rénover, détourner, bloquer, freiner, relancer, préparer, aider, abriter, alimenter, traverser, border, dominer, ruiner, sauver, priver, taxer, contrôler, surveiller, réparer, consolider,
        abandonner, transformer, moderniser, équiper, raccorder, isoler, polluer, assécher, inonder, chauffer, éclairer, animer, valoriser, occuper, libérer, céder, racheter, exporter, importer, fabriquer, tester, piloter, encadrer, simplifier, compliquer,
        aggraver, limiter, doubler, tripler, diviser, rassembler, opposer, inquiéter, rassurer, décourager, attirer, chasser, loger, former, recruter, licencier, payer, coûter, gagner, garder, perturber, retarder, accélérer, stopper, modifier, corriger
        """);

    /// <summary>When, where and how.</summary>
    public static IReadOnlyList<string> Adverbials { get; } = Split(
        """
        avant la fin de l'année; dès le printemps prochain; d'ici {0} mois; pendant {0} semaines; pour {0} millions d'euros; dans toute la région; au nord du fleuve; malgré la hausse des prix; sans le moindre débat; avec {0} ouvriers; contre l'avis des experts;
        depuis {0} ans; après les vacances; en moins de {0} jours; à la demande des riverains; grâce aux bénévoles; au prix de gros efforts; dans {0} communes; sous le contrôle de l'État; par étapes; pour la première fois; une fois pour toutes;
        à hauteur de {0} pour cent; de nuit comme de jour; loin des caméras; au détriment des familles; au profit des jeunes; faute de moyens; en dépit des promesses; avec le soutien des communes; jusqu'au bout; à partir de lundi
        """, ';');

    public static IReadOnlyList<string> Roles { get; } = Split(
        """
        maire de {0}, préfet de {0}, procureur de {0}, directeur de l'hôpital de {0}, porte-parole de la mairie de {0}, président du club de {0}, secrétaire général du syndicat de {0}, présidente de la région {0}, député de {0}, sénatrice de {0},
        ministre de la Santé, ministre des Transports, ministre de la Culture, commissaire européen, porte-parole du gouvernement, président de la fédération, économiste, climatologue, avocate, historien
        """);

    public static IReadOnlyList<string> MenNames { get; } = Split(
        "Lucien, Étienne, Karim, Yann, Bastien, Olivier, Mathis, Gaspard, Tanguy, Octave, Rémi, Fabrice, Gilles, Hugo, Armand, Bruno, Cédric, Damien, Ernest, Félix, Gérard, Henri, Jules, Kevin, Laurent, Maxime, Noël, Pascal, Quentin, Roland, Simon, Thibault");

    public static IReadOnlyList<string> WomenNames { get; } = Split(
        "Hélène, Nadia, Odile, Ingrid, Solène, Maud, Aurélie, Béatrice, Camille, Delphine, Élise, Florence, Gaëlle, Inès, Jeanne, Laure, Margot, Noémie, Ophélie, Pauline, Rachel, Sabine, Thérèse, Valérie, Yasmina, Zoé, Agathe, Brigitte, Clara, Denise, Estelle, Fanny");

    public static IReadOnlyList<string> Cues { get; } = Split("a déclaré, a affirmé, a assuré, a expliqué, a répété, a précisé, a prévenu, a estimé, a souligné, a ajouté, a rappelé, a indiqué");

    private static readonly string[] _heads = ["Ba", "Bro", "Cha", "Cor", "Del", "Dra", "Fau", "Gri", "Gou", "Jar", "Kel", "Lan", "Ler", "Mar", "Mont", "Nor", "Pel", "Por", "Quin", "Ros", "Sal", "Ter", "Thi", "Val", "Ver", "Vil", "Zan", "Zel"];
    private static readonly string[] _middles = ["ba", "ci", "da", "fa", "go", "le", "li", "ma", "mi", "na", "ne", "ro", "se", "ta", "ti", "vo"];
    private static readonly string[] _surnameTails = ["bert", "din", "dier", "gnac", "lier", "lot", "ment", "net", "nier", "quet", "rand", "roux", "sson", "teau", "tier", "vault", "vel", "zier"];
    private static readonly string[] _placeTails = ["berg", "court", "fort", "lieu", "mont", "nay", "range", "sac", "val", "ville", "vron", "zac"];

    /// <summary>The surname of a number; numbers below 8064 have names of their own.</summary>
    public static string Surname(int number) => Name(number, _surnameTails);

    /// <summary>The place of a number; numbers below 5376 have names of their own.</summary>
    public static string Place(int number) => Name(number, _placeTails);

    private static string Name(int number, string[] tails) =>
        _heads[number % _heads.Length] + _middles[number / _heads.Length % _middles.Length] + tails[number / _heads.Length / _middles.Length % tails.Length];

    private static string[] Split(string words, char at = ',') => words.Split(at, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
