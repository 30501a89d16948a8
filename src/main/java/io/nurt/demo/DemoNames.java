package io.nurt.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names as they occur in Poland; none is meant to be a particular person or firm. */
final class DemoNames {
    private static final List<String> WOMEN = List.of(
            "Anna",
            "Maria",
            "Katarzyna",
            "Małgorzata",
            "Agnieszka",
            "Barbara",
            "Ewa",
            "Magdalena",
            "Joanna",
            "Monika",
            "Aleksandra",
            "Natalia",
            "Zofia",
            "Julia",
            "Karolina",
            "Beata",
            "Dorota",
            "Iwona",
            "Justyna",
            "Renata");
    private static final List<String> MEN = List.of(
            "Piotr",
            "Krzysztof",
            "Andrzej",
            "Tomasz",
            "Paweł",
            "Michał",
            "Marcin",
            "Jakub",
            "Łukasz",
            "Grzegorz",
            "Wojciech",
            "Mateusz",
            "Rafał",
            "Kamil",
            "Bartosz",
            "Maciej",
            "Szymon",
            "Sławomir",
            "Zbigniew",
            "Jacek");
    /** Stem and endings: Kowalski, Kowalska; Nowak, Nowak. */
    private static final List<String> FAMILIES = List.of(
            "Nowak",
            "Kowalsk-i",
            "Wiśniewsk-i",
            "Wójcik",
            "Kowalczyk",
            "Kamińsk-i",
            "Lewandowsk-i",
            "Zielińsk-i",
            "Szymańsk-i",
            "Woźniak",
            "Dąbrowsk-i",
            "Kozłowsk-i",
            "Mazur",
            "Jankowsk-i",
            "Kwiatkowsk-i",
            "Krawczyk",
            "Piotrowsk-i",
            "Grabowsk-i",
            "Nowakowsk-i",
            "Pawłowsk-i",
            "Michalsk-i",
            "Adamczyk",
            "Dudek",
            "Zając",
            "Wieczorek",
            "Jabłońsk-i",
            "Król",
            "Majewsk-i",
            "Olszewsk-i",
            "Jaworsk-i",
            "Wróbel",
            "Malinowsk-i",
            "Stępień",
            "Górsk-i",
            "Rutkowsk-i",
            "Michalak",
            "Sikora",
            "Ostrowsk-i",
            "Baran",
            "Duda");

    private static final List<String> FIRST_PARTS = List.of(
            "Aqua", "Bud", "Pol", "Eko", "Termo", "Hydro", "Agro", "Mega", "Inter", "Elektro", "Metal", "Drew", "Trans",
            "Chem", "Opti", "Tech", "Wod", "Max", "Pro", "Euro", "Bio", "Energo", "Grand", "Silva", "Nord");
    private static final List<String> SECOND_PARTS = List.of(
            "bud", "system", "met", "serwis", "tech", "plast", "pol", "term", "inwest", "mix", "log", "farm", "stal",
            "instal", "pak", "mont", "lux", "dom", "nova", "tex");
    private static final List<String> TRADES = List.of(
            "Zakłady Mięsne",
            "Mleczarnia",
            "Browar",
            "Piekarnia",
            "Tartak",
            "Odlewnia",
            "Hurtownia",
            "Drukarnia",
            "Fabryka Mebli",
            "Spółdzielnia",
            "Wodociągi",
            "Ciepłownia",
            "Hotel",
            "Szpital",
            "Zakłady Chemiczne",
            "Cukrownia",
            "Garbarnia",
            "Młyn",
            "Huta Szkła",
            "Papiernia");
    private static final List<String> FORMS =
            List.of("sp. z o.o.", "sp. z o.o.", "sp. z o.o.", "S.A.", "sp.j.", "sp.k.");
    static final List<String> CITIES = List.of(
            "Warszawa",
            "Kraków",
            "Łódź",
            "Wrocław",
            "Poznań",
            "Gdańsk",
            "Szczecin",
            "Bydgoszcz",
            "Lublin",
            "Białystok",
            "Katowice",
            "Gdynia",
            "Częstochowa",
            "Radom",
            "Rzeszów",
            "Toruń",
            "Kielce",
            "Gliwice",
            "Olsztyn",
            "Zamość");
    static final List<String> INDUSTRIES = List.of(
            "Spożywcza",
            "Budowlana",
            "Chemiczna",
            "Energetyka",
            "Komunalna",
            "Meblarska",
            "Hotelarska",
            "Medyczna",
            "Metalowa",
            "Rolnicza");

    private DemoNames() {}

    record PersonName(String first, String last) {
        String full() {
            return first + " " + last;
        }
    }

    static PersonName person(RandomGenerator random) {
        boolean woman = random.nextInt(100) < 48;
        String first = pick(random, woman ? WOMEN : MEN);
        String family = pick(random, FAMILIES);
        return new PersonName(first, family.endsWith("-i") ? family.replace("-i", woman ? "a" : "i") : family);
    }

    /** A firm's name; {@code number} keeps large worlds from running out of names. */
    static String company(RandomGenerator random, int number) {
        String form = pick(random, FORMS);
        String tail = number < 600 ? "" : " " + (number / 600 + 1);
        return switch (random.nextInt(3)) {
            case 0 -> pick(random, TRADES) + " " + pick(random, CITIES) + tail + " " + form;
            case 1 -> pick(random, FIRST_PARTS) + pick(random, SECOND_PARTS) + tail + " " + form;
            default ->
                pick(random, FIRST_PARTS) + pick(random, SECOND_PARTS) + " " + pick(random, CITIES) + tail + " " + form;
        };
    }

    /** A tax number (NIP) with a right check digit. */
    static String nip(RandomGenerator random) {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        while (true) {
            int[] digits = new int[9];
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                digits[i] = i == 0 ? 1 + random.nextInt(9) : random.nextInt(10);
                sum += digits[i] * weights[i];
            }
            if (sum % 11 != 10) {
                StringBuilder text = new StringBuilder();
                for (int digit : digits) {
                    text.append(digit);
                }
                return text.append(sum % 11).toString();
            }
        }
    }

    /** Lower-case letters and digits only, for addresses below example.com. */
    static String ascii(String text) {
        String plain = Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
        return plain.replaceAll("[^A-Za-z0-9]+", "").toLowerCase(Locale.ROOT);
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
