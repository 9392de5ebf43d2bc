using CsCheck;
using Recalc.Addressing;

namespace Recalc.Properties;

/// <summary>
/// Names with values, formulas and C# code, cells that speak of them, and forks of all of it: whatever is edited in whatever order, each workbook reads as what its definitions
/// say. No code runs twice in a read, nor outside the cone of what is read.
/// </summary>
public class RandomNodeTests
{
    private const int Items = 12;
    private const int Edits = 40;
    private const int MostForks = 4;

    [Fact]
    public void Workbooks_of_a_family_read_as_they_are_defined() =>
        Gen.Int[0, int.MaxValue].Sample(seed => new Play(new Random(seed)).Run());

    /// <summary>What an item is: a value, or an expression over items before it, as a formula or as code.</summary>
    private sealed record Definition(bool IsCode, int Shape, int A, int B, int C, double Value);

    private sealed record Member(Workbook Book, Definition[] Definitions);

    private sealed class Play(Random random)
    {
        private readonly List<Member> _family = [];

        /// <summary>The items whose code ran in the read that is under way.</summary>
        private readonly List<int> _ran = [];

        public void Run()
        {
            var book = new Workbook();
            book.AddSheet("S");
            _family.Add(new Member(book, new Definition[Items]));
            for (var item = 0; item < Items; item++) Define(_family[0], item);
            for (var i = 0; i < Edits; i++) Step(_family[random.Next(_family.Count)]);
            foreach (var member in _family)
                for (var item = 0; item < Items; item++) Read(member, item);
        }

        private void Step(Member member)
        {
            switch (random.Next(10))
            {
                case 0 when _family.Count < MostForks:
                    _family.Add(new Member(member.Book.Fork(), [.. member.Definitions]));
                    break;
                case 1 when _family.Count > 1:
                    _family.Remove(member);
                    member.Book.Dispose();
                    break;
                case < 5:
                    Define(member, random.Next(Items));
                    break;
                default:
                    Read(member, random.Next(Items));
                    break;
            }
        }

        // Every third item is a cell of the sheet; the others are names.
        private static bool IsCell(int item) => item % 3 == 2;

        private static CellAddress CellOf(int item) => new(item % 2, item);

        private void Define(Member member, int item)
        {
            var isValue = item < 3 || random.Next(3) == 0;
            var definition = new Definition(!IsCell(item) && random.Next(2) == 0, isValue ? 0 : random.Next(1, 4), random.Next(item), random.Next(item), random.Next(item), random.Next(5));
            member.Definitions[item] = definition;
            if (isValue) SetValue(member.Book, item, definition.Value);
            else if (definition.IsCode) member.Book.Compute(NameOf(item), ctx => Compute(ctx, item, definition));
            else SetFormula(member.Book, item, FormulaOf(definition));
        }

        private static void SetValue(Workbook book, int item, double value)
        {
            if (IsCell(item)) book.Sheets[0][CellOf(item)] = value;
            else book[NameOf(item)] = value;
        }

        private static void SetFormula(Workbook book, int item, string formula)
        {
            if (IsCell(item)) book.Sheets[0].SetFormula(CellOf(item), formula);
            else book.SetFormula(NameOf(item), formula);
        }

        private double Compute(ComputeContext context, int item, Definition definition)
        {
            _ran.Add(item);
            var sheet = _family[0].Book.Sheets[0];
            double Get(int other) => IsCell(other) ? context.Get<double>(sheet, CellOf(other)) : context.Get<double>(NameOf(other));
            return definition.Shape switch
            {
                1 => Get(definition.A) + Get(definition.B),
                2 => Get(definition.A) > 2 ? Get(definition.B) : Get(definition.C) + 1,
                _ => Math.Min(Get(definition.A), 3),
            };
        }

        private static string FormulaOf(Definition definition) => definition.Shape switch
        {
            1 => $"{TextOf(definition.A)}+{TextOf(definition.B)}",
            2 => $"IF({TextOf(definition.A)}>2,{TextOf(definition.B)},{TextOf(definition.C)}+1)",
            _ => $"MIN({TextOf(definition.A)},3)",
        };

        private static string TextOf(int item) => IsCell(item) ? $"S!{CellOf(item)}" : NameOf(item);

        private static string NameOf(int item) => $"item_{item}";

        private void Read(Member member, int item)
        {
            _ran.Clear();
            var value = IsCell(item) ? member.Book.Sheets[0][CellOf(item)].AsNumber() : member.Book.Get<double>(NameOf(item));
            Assert.Equal(ValueOf(member.Definitions, item), value);
            Assert.Equal(_ran.Count, _ran.Distinct().Count());
            var cone = new HashSet<int>();
            AddCone(member.Definitions, item, cone);
            Assert.Subset(cone, _ran.ToHashSet());
        }

        private static double ValueOf(Definition[] definitions, int item)
        {
            var (_, shape, a, b, c, value) = definitions[item];
            return shape switch
            {
                0 => value,
                1 => ValueOf(definitions, a) + ValueOf(definitions, b),
                2 => ValueOf(definitions, a) > 2 ? ValueOf(definitions, b) : ValueOf(definitions, c) + 1,
                _ => Math.Min(ValueOf(definitions, a), 3),
            };
        }

        // What may be read: of a branch only what is taken, now or when it ran last.
        private static void AddCone(Definition[] definitions, int item, HashSet<int> cone)
        {
            if (!cone.Add(item) || definitions[item].Shape == 0) return;
            AddCone(definitions, definitions[item].A, cone);
            AddCone(definitions, definitions[item].B, cone);
            AddCone(definitions, definitions[item].C, cone);
        }
    }
}
