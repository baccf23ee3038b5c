using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.CodeFixes;

/// <summary>The attribute of an engine that can hold what a step took.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Kind">The engine's kind, which is also the name that the engine gets.</param>
/// <param name="Method">The method that takes the same lock, where it is not the default one.</param>
internal sealed record EngineAttribute(string Name, string Kind, string? Method = null)
{
    private static readonly EngineAttribute MariaDb = new("MariaDb", "mariadb");
    private static readonly EngineAttribute MySql = new("MySql", "mysql");
    private static readonly EngineAttribute MySqlInstance = new("MySql", "mysql", "MySqlQuiesce.InstanceLock");
    private static readonly EngineAttribute PostgreSql = new("PostgreSql", "postgresql");

    /// <summary>The client <c>mysql</c> and the read lock are those of both servers: only the author knows which of them runs.</summary>
    public static ImmutableArray<EngineAttribute> For(SqlOfClient sql)
    {
        if (sql.Dialect == SqlDialect.PostgreSql)
            return [PostgreSql];
        if (sql.Client == "mariadb" || sql.Says("BACKUP STAGE") || sql.Says("BACKUP LOCK"))
            return [MariaDb];
        return sql.Says("LOCK INSTANCE FOR BACKUP") ? [MySqlInstance] : [MariaDb, MySql];
    }

    /// <summary>Writes the attribute beside that of the profile; what stalls no writers comes before what does.</summary>
    public TypeDeclarationSyntax AddTo(
        TypeDeclarationSyntax profile,
        AttributeSyntax profileAttribute,
        IReadOnlyList<(string Setting, string Value)> connection,
        ImmutableArray<EngineSpec> engines)
    {
        var own = ((TypeDeclarationSyntax)profileAttribute.Parent!.Parent!).AttributeLists.IndexOf((AttributeListSyntax)profileAttribute.Parent);
        var place = Kind == PostgreSql.Kind ? own + 1 : profile.AttributeLists.Count;
        var neighbour = profile.AttributeLists[place - 1];
        var qualifier = profileAttribute.Name is QualifiedNameSyntax qualified ? qualified.Left + "." : "";
        var name = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? Kind : $"{Kind}-{number}").First(candidate => engines.All(other => other.Name != candidate));

        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName(qualifier + Name), SyntaxFactory.ParseAttributeArgumentList($"({Literal(name)})"));
        if (Method is not null)
            attribute = AttributeEdits.With(attribute, nameof(MySqlSpec.Method), SyntaxFactory.ParseExpression(qualifier + Method));
        foreach (var (setting, value) in connection)
            attribute = AttributeEdits.With(attribute, setting, SyntaxFactory.ParseExpression(Literal(value)));

        var lineEnd = neighbour.GetTrailingTrivia().LastOrDefault();
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) && indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : SyntaxFactory.TriviaList())
            .WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) ? lineEnd : SyntaxFactory.Space);
        return profile.WithAttributeLists(profile.AttributeLists.Insert(place, list));
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
