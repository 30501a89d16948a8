package io.nurt.forecast.internal.hazard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes, to be kept: its numbers in order, no class names, a format number first. */
public final class ModelCodec {
    private static final int FORMAT = 5;
    /** Before few closed deals called for caution. */
    private static final int WITHOUT_CAUTION = 4;
    /** Before there were trees and directions. */
    private static final int WITHOUT_TREES = 3;

    private ModelCodec() {}

    public static byte[] write(ForecastModel model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeInt(model.tier().ordinal());
            out.writeInt(model.columns().size());
            for (Column column : model.columns()) {
                out.writeUTF(column.name());
                out.writeUTF(column.group());
                out.writeInt(column.kind().ordinal());
                out.writeBoolean(column.fades());
                out.writeInt(column.direction().ordinal());
            }
            out.writeDouble(model.recalibration().intercept());
            out.writeDouble(model.recalibration().slope());
            write(out, new double[][] {model.recalibration().ofStage()});
            out.writeInt(model.basis().rows());
            out.writeInt(model.basis().resolved());
            out.writeInt(model.basis().won());
            out.writeDouble(model.basis().strength());
            out.writeInt(model.basis().rounds());
            out.writeDouble(model.caution.centre());
            write(out, new double[][] {model.caution.table()});
            write(out, model.caution.tableDrawn());
            write(out, model.best.movement.on());
            write(out, model.best.movement.back());
            write(out, model.best.fading.normal);
            write(out, new double[][] {model.best.fading.kept});
            write(out, model.typical.mean);
            write(out, model.best.trees);
            out.writeInt(model.draws.size());
            write(out, model.best);
            for (HazardModel draw : model.draws) {
                write(out, draw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes are those of another version of the program: the model is to be trained anew. */
    public static final class OtherFormat extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherFormat(int format) {
            super("a model in format " + format + ", not " + FORMAT);
        }
    }

    /** @throws OtherFormat when they cannot be read */
    public static ForecastModel read(byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int format = in.readInt();
            if (format < WITHOUT_TREES || format > FORMAT) {
                throw new OtherFormat(format);
            }
            Tier tier = Tier.values()[in.readInt()];
            List<Column> columns = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                columns.add(column(in, format));
            }
            var recalibration = new Recalibration(in.readDouble(), in.readDouble(), table(in)[0]);
            var basis = new ForecastModel.Basis(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    format == WITHOUT_TREES ? 0 : in.readInt());
            Caution caution = format <= WITHOUT_CAUTION ? Caution.NONE : caution(in, basis.resolved());
            var movement = new Movement(table(in), table(in));
            var fading = new Fading(table(in), table(in)[0]);
            var typical = new Typical(cube(in));
            BoostedTrees trees = format == WITHOUT_TREES ? BoostedTrees.NONE : trees(in);
            int draws = in.readInt();
            HazardModel best = model(in, columns, movement, fading, trees);
            List<HazardModel> others = new ArrayList<>();
            for (int d = 0; d < draws; d++) {
                others.add(model(in, columns, movement, fading, trees));
            }
            return new ForecastModel(tier, best, others, recalibration, caution, typical, basis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caution caution(DataInputStream in, int resolved) throws IOException {
        double centre = in.readDouble();
        return new Caution(table(in)[0], resolved, centre, table(in));
    }

    private static Column column(DataInputStream in, int format) throws IOException {
        Column column = new Column(in.readUTF(), in.readUTF(), Column.Kind.values()[in.readInt()], in.readBoolean());
        return format == WITHOUT_TREES
                ? column
                : switch (Column.Direction.values()[in.readInt()]) {
                    case ANY -> column;
                    case UP -> column.rising();
                    case DOWN -> column.falling();
                };
    }

    private static void write(DataOutputStream out, HazardModel model) throws IOException {
        write(out, model.base);
        write(out, model.slope);
    }

    private static HazardModel model(
            DataInputStream in, List<Column> columns, Movement movement, Fading fading, BoostedTrees trees)
            throws IOException {
        return new HazardModel(cube(in), table(in), columns, movement, fading, trees);
    }

    private static void write(DataOutputStream out, BoostedTrees trees) throws IOException {
        out.writeInt(trees.trees().size());
        for (BoostedTrees.Tree tree : trees.trees()) {
            out.writeInt(tree.exit());
            for (int column : tree.column()) {
                out.writeInt(column);
            }
            write(out, new double[][] {tree.above(), tree.leaf()});
        }
    }

    private static BoostedTrees trees(DataInputStream in) throws IOException {
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            int exit = in.readInt();
            int[] column = new int[BoostedTrees.SPLITS];
            for (int node = 0; node < column.length; node++) {
                column[node] = in.readInt();
            }
            double[][] numbers = table(in);
            trees.add(new BoostedTrees.Tree(exit, column, numbers[0], numbers[1]));
        }
        return new BoostedTrees(trees);
    }

    private static void write(DataOutputStream out, double[][][] cube) throws IOException {
        out.writeInt(cube.length);
        for (double[][] table : cube) {
            write(out, table);
        }
    }

    private static void write(DataOutputStream out, double[][] table) throws IOException {
        out.writeInt(table.length);
        for (double[] row : table) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    private static double[][][] cube(DataInputStream in) throws IOException {
        double[][][] cube = new double[in.readInt()][][];
        for (int i = 0; i < cube.length; i++) {
            cube[i] = table(in);
        }
        return cube;
    }

    private static double[][] table(DataInputStream in) throws IOException {
        double[][] table = new double[in.readInt()][];
        for (int i = 0; i < table.length; i++) {
            table[i] = new double[in.readInt()];
            for (int j = 0; j < table[i].length; j++) {
                table[i][j] = in.readDouble();
            }
        }
        return table;
    }
}
