package org.kizuna.bench;

import java.util.List;

/** Words that names are made of. */
final class Words {

    static final List<String> COUNTRIES = List.of(
            "JP", "DE", "CN", "FR", "IT", "AT", "CH", "SE", "NO", "DK", "FI", "NL", "BE", "ES", "PT", "PL", "CZ", "HU",
            "RO", "GR", "TR", "EG", "MA", "TN", "SN", "GH", "NG", "KE", "ET", "TZ", "UG", "ZA", "MZ", "IN", "PK", "BD",
            "LK", "NP", "TH", "VN", "ID", "PH", "MY", "KR", "KZ", "UZ", "UA", "RU", "BR", "AR", "CL", "PE", "CO", "MX",
            "CU", "CR", "CA", "AU", "NZ", "SA");

    static final List<String> TRAITS = List.of(
            "Northern",
            "Pacific",
            "Alpine",
            "United",
            "Royal",
            "Federal",
            "Central",
            "Coastal",
            "Metropolitan",
            "Sustainable",
            "Industrial",
            "Agricultural",
            "Maritime",
            "Continental",
            "Green",
            "Advanced");

    static final List<String> BODIES = List.of(
            "Institute",
            "Ministry",
            "Agency",
            "Foundation",
            "University",
            "Council",
            "Chamber",
            "Bank",
            "Corporation",
            "Laboratories",
            "Cooperative",
            "Association",
            "Centre",
            "Trust",
            "Works",
            "Academy");

    static final List<String> FIELDS = List.of(
            "Cleaner Production",
            "Energy Efficiency",
            "Textile Skills",
            "Food Safety",
            "Circular Economy",
            "Trade Capacity",
            "Waste Management",
            "Rural Employment",
            "Water Technology",
            "Vocational Training",
            "Fisheries",
            "Leather Processing",
            "Renewable Energy",
            "Quality Infrastructure",
            "Digital Industry",
            "Chemical Safety",
            "Creative Industries",
            "Agribusiness",
            "Climate Technology",
            "Investment Promotion");

    static final List<String> LOCAL = List.of(
            "日本産業協力機構",
            "国際環境技術研究所",
            "東京工業技術センター",
            "中国国际合作中心",
            "可持续发展基金会",
            "Федеральное агентство по сотрудничеству",
            "Институт устойчивого развития",
            "مركز التعاون الصناعي",
            "الوكالة الوطنية للطاقة",
            "한국산업협력재단",
            "संस्थान औद्योगिक सहयोग",
            "Ίδρυμα Συνεργασίας",
            "Österreichische Förderagentur",
            "Société française d’énergie",
            "Fundación de Cooperación Técnica");

    static final List<String> PEOPLE = List.of(
            "Aiko Tanaka",
            "Li Wei",
            "Maria Rossi",
            "Jean Dubois",
            "Anna Müller",
            "Olga Petrova",
            "Ahmed Hassan",
            "Fatima Diallo",
            "John Okafor",
            "Priya Sharma",
            "Carlos Mendes",
            "Kim Min-jun",
            "Lars Nilsson",
            "Elena Popescu",
            "Nguyen Thi Lan",
            "Sarah Cohen",
            "Pedro Alvarez",
            "Yuki Sato",
            "Ivan Horvat",
            "Amina Yusuf");

    /** Each with units for a US dollar, in hundredths. */
    static final List<String> CURRENCIES = List.of(
            "USD", "EUR", "JPY", "CHF", "GBP", "SEK", "NOK", "DKK", "CAD", "AUD", "NZD", "CNY", "KRW", "INR", "BRL",
            "MXN", "ZAR", "TRY", "PLN", "CZK", "HUF", "RON", "THB", "IDR", "MYR", "PHP", "SAR", "EGP", "KES", "NGN");

    static final List<Integer> HUNDREDTHS = List.of(
            100, 90, 11000, 95, 75, 900, 880, 670, 130, 140, 150, 680, 118000, 7200, 380, 1900, 1450, 810, 390, 2200,
            30500, 430, 3300, 1420000, 420, 5100, 375, 1600, 10500, 38000);

    private Words() {}
}
