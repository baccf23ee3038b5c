using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Quiesce.CodeFixes;

internal static class NamedConstant
{
    /// <summary>Where the value of a constant is written, when an argument names one: its literal, and the document that has it. A constant computed from others is nobody's to change.</summary>
    public static async Task<(Document Document, ExpressionSyntax Value)?> FindAsync(Document document, ExpressionSyntax name, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var reference = model?.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { IsConst: true } constant
            ? constant.DeclaringSyntaxReferences.FirstOrDefault()
            : null;
        if (reference is null || document.Project.Solution.GetDocument(reference.SyntaxTree) is not { } declaring || declaring is SourceGeneratedDocument)
            return null;

        var declaration = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
        return declaration is VariableDeclaratorSyntax { Initializer.Value: { } value } && !value.DescendantNodesAndSelf().Any(node => node is NameSyntax)
            ? (declaring, value)
            : null;
    }
}
